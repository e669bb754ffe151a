import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { useRename } from "./queries";

const text = words.ownData.name;

/** The name as colleagues and the audit see it. */
export function NameForm({
  name,
  onDone,
  onCancel,
}: {
  name: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { register, handleSubmit } = useForm<{ name: string }>({ defaultValues: { name } });
  const rename = useRename();
  const { faultOf, unplaced } = useFaults(rename.error, ["name"]);
  const form = useFaultFocus(rename.error);
  return (
    <form
      ref={form}
      className="form"
      onSubmit={handleSubmit((typed) => rename.mutate(typed.name, { onSuccess: onDone }))}
    >
      <TextField
        label={text.field}
        hint={text.hint}
        autoComplete="name"
        maxLength={100}
        fault={faultOf("name")}
        {...register("name")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{words.secondFactor.cancel}</Button>
        <Button look="go" type="submit" disabled={rename.isPending}>
          {rename.isPending ? words.secondFactor.working : text.confirm}
        </Button>
      </div>
    </form>
  );
}
