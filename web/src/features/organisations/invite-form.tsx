import { Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { paths } from "~/app/paths";
import { demo } from "~/lib/mode";
import { oneOf } from "~/lib/search-params";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { SelectField, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { label, words } from "~/words/words";
import { useInvite } from "./queries";

const text = words.organisation.invite;

interface Invited {
  email: string;
  role: string;
}

export function InviteForm({
  organisation,
  roles,
}: {
  organisation: string;
  roles: readonly Schemas["OrganisationRole"][];
}) {
  const start: Invited = { email: "", role: "member" };
  const { register, handleSubmit, reset } = useForm<Invited>({ defaultValues: start });
  const invite = useInvite(organisation);
  const { faultOf, unplaced } = useFaults(invite.error, ["email", "role"]);
  const send = ({ email, role }: Invited) =>
    invite.mutate(
      { email: email.trim(), role: oneOf(roles, role) ?? "member" },
      { onSuccess: () => reset(start) },
    );
  return (
    <form className="form invite" onSubmit={handleSubmit(send)}>
      <h3>{text.title}</h3>
      <p className="small soft">{text.hint}</p>
      <div className="form-row">
        <TextField
          label={text.email}
          type="email"
          autoComplete="off"
          maxLength={254}
          fault={faultOf("email")}
          {...register("email")}
        />
        <SelectField
          label={text.role}
          options={roles.map((role) => ({ value: role, label: label("OrganisationRole", role) }))}
          fault={faultOf("role")}
          {...register("role")}
        />
        <Button className="beside" type="submit" disabled={invite.isPending}>
          {text.action}
        </Button>
      </div>
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div aria-live="polite">{invite.isSuccess && <Outcome invited={invite.data} />}</div>
    </form>
  );
}

function Outcome({ invited: { email, link } }: { invited: Schemas["Membership"] }) {
  return (
    <div className="outcome note">
      <p>
        {text.sent(email)} {demo && <Link to={paths.letters()}>{text.letters}</Link>}
      </p>
      {link !== null && link !== undefined && (
        <>
          <p>{text.link}</p>
          <p>
            <bdi className="mono">{link}</bdi>
          </p>
          <CopyButton text={() => link} label={text.copy} done={text.copied} />
        </>
      )}
    </div>
  );
}
