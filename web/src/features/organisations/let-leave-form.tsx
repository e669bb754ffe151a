import { useNavigate } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { refresh } from "~/api/session";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { useStepOrganisation } from "./queries";

const text = words.organisation.letLeave;

interface Typed {
  reason: string;
  name: string;
}

/** Nobody does this by a slip: the name is typed, and a reason is given. */
export function LetLeaveForm({
  organisation: { id, name },
  etag,
  onReread,
  onCancel,
}: {
  organisation: Schemas["Organisation"];
  etag: string;
  onReread: () => Promise<unknown>;
  onCancel: () => void;
}) {
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm<Typed>({ defaultValues: { reason: "", name: "" } });
  const step = useStepOrganisation(id);
  const { faultOf, unplaced } = useFaults(step.error, ["reason"]);
  const form = useFaultFocus(step.error);
  const stale = asProblem(step.error)?.status === 412;
  const left = () => void navigate({ to: paths.account() });
  const send = ({ reason }: Typed) =>
    step.mutate(
      { body: { step: "leave", reason: reason.trim() }, etag },
      { onSuccess: () => void refresh().then(left, left) },
    );
  return (
    <form ref={form} className="form" onSubmit={handleSubmit(send)}>
      <TextArea
        label={text.reason}
        hint={text.reasonHint}
        rows={3}
        minLength={3}
        maxLength={1000}
        fault={faultOf("reason")}
        {...register("reason")}
      />
      <TextField
        label={text.typed}
        hint={text.typedHint(name)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        fault={formState.errors.name?.message}
        {...register("name", { validate: (typed) => typed.trim() === name || text.mistyped(name) })}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      {stale && (
        <p className="row">
          <Button onClick={() => void onReread().then(() => step.reset())}>
            {words.organisation.reread}
          </Button>
          <span className="small soft">{words.organisation.rereadHint}</span>
        </p>
      )}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{words.organisation.cancel}</Button>
        <Button look="danger" type="submit" disabled={step.isPending || stale}>
          {step.isPending ? text.working : text.confirm}
        </Button>
      </div>
    </form>
  );
}
