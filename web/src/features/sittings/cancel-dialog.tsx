import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { useCancel } from "./queries";

const text = words.sittings.cancelDialog;

/** Why it is not held; whoever has a seat reads it. */
export function CancelDialog({ sitting, onClose }: { sitting: Schemas["Sitting"]; onClose: () => void }) {
  const cancel = useCancel(sitting);
  const { register, handleSubmit } = useForm({ defaultValues: { because: "" } });
  const { faultOf, unplaced } = useFaults(cancel.error, ["because"]);
  const submit = handleSubmit(({ because }) => cancel.mutate(because, { onSuccess: onClose }));
  return (
    <Dialog title={text.title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="soft">{text.note}</p>
        <TextArea
          label={text.because}
          hint={text.becauseHint}
          rows={3}
          minLength={3}
          maxLength={500}
          fault={faultOf("because")}
          {...register("because")}
        />
        {unplaced !== null && <ErrorState error={unplaced} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.keep}</Button>
          <Button look="danger" type="submit" disabled={cancel.isPending}>
            {cancel.isPending ? text.working : text.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
