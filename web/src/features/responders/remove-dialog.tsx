import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { useRemoveDuty } from "./queries";

const text = words.rota.remove;

/** Asks once before somebody is taken off: the gap that follows is nobody's. */
export function RemoveDialog({ duty, onClose }: { duty: Schemas["Duty"]; onClose: () => void }) {
  const remove = useRemoveDuty(duty.id);
  return (
    <Dialog title={text.title(duty.name)} onClose={onClose}>
      <p className="soft">{text.text(duty.starts_at, duty.ends_at)}</p>
      {remove.error !== null && <ErrorState error={remove.error} />}
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.keep}</Button>
        <Button
          look="danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate(undefined, { onSuccess: onClose })}
        >
          {remove.isPending ? text.working : text.action}
        </Button>
      </div>
    </Dialog>
  );
}
