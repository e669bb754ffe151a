import { useState } from "react";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { useWithdrawAdvisory } from "./queries";

const text = words.advisories.withdrawal;
const fields = ["reason"];

/** Takes a released advisory back, with its reason; its address keeps working. */
export function WithdrawPanel({ advisory, etag }: { advisory: Schemas["Advisory"]; etag: string }) {
  const [open, setOpen] = useState(false);
  const withdraw = useWithdrawAdvisory(advisory.id);
  const { register, handleSubmit } = useForm<{ reason: string }>({ defaultValues: { reason: "" } });
  const { faultOf, unplaced } = useFaults(withdraw.error, fields);
  const close = () => {
    setOpen(false);
    withdraw.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.action}</Button>
      {open && (
        <Dialog title={text.title} onClose={close}>
          <form
            className="form"
            onSubmit={handleSubmit(({ reason }) => withdraw.mutate({ reason, etag }, { onSuccess: close }))}
          >
            <p>{text.effect}</p>
            <TextArea
              label={text.reason}
              hint={text.reasonHint}
              rows={3}
              minLength={3}
              fault={faultOf("reason")}
              {...register("reason")}
            />
            {unplaced !== null && <ErrorState error={unplaced} />}
            <div className="dialog-foot">
              <Button onClick={close}>{words.advisories.cancel}</Button>
              <Button look="go" type="submit" disabled={withdraw.isPending}>
                {text.action}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
