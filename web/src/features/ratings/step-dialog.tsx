import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { label, words } from "~/words/words";
import { needsWhy } from "./can";
import { useStepRating } from "./queries";

const text = words.ratings.steps;

/** One step: what it does, and why where that has to be said. */
export function StepDialog({
  rating,
  step,
  onReread,
  onClose,
}: {
  rating: Schemas["Rating"];
  step: Schemas["RatingStep"];
  onReread: () => Promise<unknown>;
  onClose: () => void;
}) {
  const take = useStepRating(rating.id);
  const form = useForm({ defaultValues: { words: "" } });
  const { faultOf, unplaced } = useFaults(take.error, ["words"]);
  const place = useFaultFocus(take.error);
  const beaten = [409, 412].includes(asProblem(take.error)?.status ?? 0);
  const why = needsWhy(step);
  const submit = form.handleSubmit((typed) =>
    take.mutate(
      { body: { step, words: why ? typed.words.trim() : null }, etag: rating.etag },
      { onSuccess: onClose },
    ),
  );
  return (
    <Dialog title={label("RatingStep", step)} onClose={onClose}>
      <form className="form" ref={place} onSubmit={submit}>
        <p className="soft">{text.effect[step]}</p>
        {why && (
          <TextArea
            label={text.why}
            hint={text.whyHint}
            rows={4}
            minLength={3}
            maxLength={1000}
            fault={faultOf("words")}
            {...form.register("words")}
          />
        )}
        {unplaced !== null && <ErrorState error={unplaced} />}
        {beaten && (
          <p className="row">
            <Button onClick={() => void onReread().then(() => take.reset())}>{text.reread}</Button>
            <span className="small soft">{text.rereadHint}</span>
          </p>
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look={why || step === "withdraw" ? "danger" : "go"}
            type="submit"
            disabled={take.isPending || beaten}
          >
            {label("RatingStep", step)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
