import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { asProblem } from "~/api/problem";
import { oneOf } from "~/lib/search-params";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { label, words } from "~/words/words";
import { useChangeRole } from "./queries";

const text = words.organisation;

/** Another role, of those that whoever looks may give. */
export function RoleForm({
  person,
  roles,
  onReread,
  onDone,
}: {
  person: Schemas["Membership"];
  roles: readonly Schemas["OrganisationRole"][];
  onReread: () => Promise<unknown>;
  onDone: () => void;
}) {
  const { register, handleSubmit } = useForm<{ role: string }>({ defaultValues: { role: person.role } });
  const change = useChangeRole(person);
  const stale = asProblem(change.error)?.status === 412;
  const save = (form: { role: string }) => {
    const role = oneOf(roles, form.role);
    if (role === undefined || role === person.role) onDone();
    else change.mutate(role, { onSuccess: onDone });
  };
  return (
    <form className="form role-form line" onSubmit={handleSubmit(save)}>
      <div className="form-row">
        <SelectField
          label={text.people.change}
          options={roles.map((role) => ({ value: role, label: label("OrganisationRole", role) }))}
          {...register("role")}
        />
        <Button className="beside" type="submit" disabled={change.isPending || stale}>
          {text.people.save}
        </Button>
      </div>
      {change.isError && <ErrorState error={change.error} />}
      {stale && <Button onClick={() => void onReread().then(() => change.reset())}>{text.reread}</Button>}
    </form>
  );
}
