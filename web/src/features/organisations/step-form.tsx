import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";

const text = words.organisation;

/** A step on a membership or an organisation: what it does, why, and what happens when someone was faster. */
export function StepForm({
  effect,
  action,
  reason,
  error,
  busy,
  onSubmit,
  onReread,
  onCancel,
}: {
  effect: string;
  action: string;
  /** Present where the step has to say why. */
  reason?: { label: string; hint: string } | undefined;
  error: Error | null;
  busy: boolean;
  onSubmit: (reason: string | undefined) => void;
  onReread: () => void;
  onCancel: () => void;
}) {
  const { register, handleSubmit } = useForm<{ reason: string }>({ defaultValues: { reason: "" } });
  const { faultOf, unplaced } = useFaults(error, ["reason"]);
  const stale = asProblem(error)?.status === 412;
  return (
    <form
      className="form"
      onSubmit={handleSubmit((form) => onSubmit(reason === undefined ? undefined : form.reason.trim()))}
    >
      <p className="soft">{effect}</p>
      {reason !== undefined && (
        <TextArea
          label={reason.label}
          hint={reason.hint}
          rows={3}
          minLength={3}
          maxLength={1000}
          fault={faultOf("reason")}
          {...register("reason")}
        />
      )}
      {unplaced !== null && <ErrorState error={unplaced} />}
      {stale && (
        <p className="row">
          <Button onClick={onReread}>{text.reread}</Button>
          <span className="small soft">{text.rereadHint}</span>
        </p>
      )}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button look="go" type="submit" disabled={busy || stale}>
          {action}
        </Button>
      </div>
    </form>
  );
}
