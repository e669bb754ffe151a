import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import type { DeskDecision } from "./can";
import { useDecide } from "./queries";

const text = words.applications.decision;

/** One decision: what it does, its words, and what happens when someone was faster. */
export function DecideDialog({
  application,
  decision,
  onReread,
  onClose,
}: {
  application: Schemas["Application"];
  decision: DeskDecision;
  onReread: () => Promise<unknown>;
  onClose: () => void;
}) {
  const { register, handleSubmit } = useForm<{ words: string }>({ defaultValues: { words: "" } });
  const decide = useDecide(application.id);
  const { faultOf, unplaced } = useFaults(decide.error, ["words"]);
  const stale = asProblem(decide.error)?.status === 412;
  const send = (form: { words: string }) => {
    const said = decision === "approve" ? {} : { words: form.words.trim() };
    decide.mutate({ body: { decision, ...said }, etag: application.etag }, { onSuccess: onClose });
  };
  const effect =
    decision === "approve"
      ? text.effect.approve(application.officer_name, application.officer_email)
      : text.effect[decision];
  return (
    <Dialog title={text.titleOf[decision](application.name)} onClose={onClose}>
      <form className="form" onSubmit={handleSubmit(send)}>
        <p className="soft">{effect}</p>
        {decision !== "approve" && (
          <TextArea
            label={decision === "ask" ? text.question : text.reason}
            hint={text.wordsHint}
            rows={4}
            minLength={3}
            maxLength={2000}
            fault={faultOf("words")}
            {...register("words")}
          />
        )}
        {unplaced !== null && <ErrorState error={unplaced} />}
        {stale && (
          <p className="row">
            <Button onClick={() => void onReread().then(() => decide.reset())}>{text.reread}</Button>
            <span className="small soft">{text.rereadHint}</span>
          </p>
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="go" type="submit" disabled={decide.isPending || stale}>
            {text[decision]}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
