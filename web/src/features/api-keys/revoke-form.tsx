import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { useRevokeKey } from "./queries";
import { isStale, Trouble } from "./trouble";

const text = words.apiKeys.revoke;

export function RevokeForm({
  of: key,
  onReread,
  onRevoked,
  onCancel,
}: {
  of: Schemas["ApiKey"];
  onReread: () => Promise<unknown>;
  onRevoked: () => void;
  onCancel: () => void;
}) {
  const { register, handleSubmit } = useForm<{ reason: string }>({ defaultValues: { reason: "" } });
  const revoke = useRevokeKey(key);
  const { faultOf, unplaced } = useFaults(revoke.error, ["reason"]);
  const form = useFaultFocus(revoke.error);
  return (
    <form
      ref={form}
      className="form"
      onSubmit={handleSubmit(({ reason }) =>
        revoke.mutate({ reason: reason.trim() }, { onSuccess: onRevoked }),
      )}
    >
      <p className="soft">{text.effect}</p>
      <TextArea
        label={text.reason}
        hint={text.reasonHint}
        rows={3}
        minLength={3}
        maxLength={500}
        fault={faultOf("reason")}
        {...register("reason")}
      />
      <Trouble error={unplaced} onReread={() => void onReread().then(() => revoke.reset())} />
      <div className="dialog-foot">
        <Button onClick={onCancel}>{words.apiKeys.cancel}</Button>
        <Button look="danger" type="submit" disabled={revoke.isPending || isStale(revoke.error)}>
          {text.action}
        </Button>
      </div>
    </form>
  );
}
