import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { oneOf } from "~/lib/search-params";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { SelectField, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { label, words } from "~/words/words";
import { staffRoles } from "./can";
import { useEnterStaff } from "./queries";
import { ToldLink } from "./told-link";

const text = words.staff;
const { enter: say } = text;

interface Typed {
  name: string;
  email: string;
  role: string;
}

/** Somebody new: name, address and role, and then how they come in. */
export function EnterDialog({ onClose }: { onClose: () => void }) {
  const enter = useEnterStaff();
  const made = enter.data;
  return (
    <Dialog title={made === undefined ? say.title : say.done(made.person.name)} onClose={onClose}>
      {made === undefined ? (
        <EnterForm enter={enter} onCancel={onClose} />
      ) : (
        <ToldLink email={made.person.email} link={made.link} onClose={onClose} />
      )}
    </Dialog>
  );
}

function EnterForm({ enter, onCancel }: { enter: ReturnType<typeof useEnterStaff>; onCancel: () => void }) {
  const { register, handleSubmit } = useForm<Typed>({ defaultValues: { name: "", email: "", role: "" } });
  const { faultOf, unplaced } = useFaults(enter.error, ["name", "email", "role"]);
  const form = useFaultFocus(enter.error);
  const roles = staffRoles();
  const send = ({ name, email, role }: Typed) => {
    const chosen = oneOf(roles, role);
    if (chosen !== undefined) enter.mutate({ name: name.trim(), email: email.trim(), role: chosen });
  };
  return (
    <form ref={form} className="form" onSubmit={handleSubmit(send)}>
      <p className="soft">{say.intro}</p>
      <TextField
        label={say.name}
        hint={say.nameHint}
        autoComplete="off"
        minLength={2}
        maxLength={100}
        fault={faultOf("name")}
        {...register("name")}
      />
      <TextField
        label={say.email}
        type="email"
        autoComplete="off"
        maxLength={254}
        fault={faultOf("email")}
        {...register("email")}
      />
      <SelectField
        label={say.role}
        none={say.choose}
        options={roles.map((role) => ({ value: role, label: label("Role", role) }))}
        fault={faultOf("role")}
        {...register("role")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button look="go" type="submit" disabled={enter.isPending}>
          {enter.isPending ? say.working : say.confirm}
        </Button>
      </div>
    </form>
  );
}
