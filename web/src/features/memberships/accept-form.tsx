import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { useAccept } from "./queries";

const text = words.invitation;
const atLeast = 12;

export function AcceptForm({
  word,
  invitation,
  onAccepted,
}: {
  word: string;
  invitation: Schemas["Invitation"];
  onAccepted: () => void;
}) {
  const { register, handleSubmit } = useForm<Schemas["InvitationAccept"]>({
    defaultValues: { name: "", password: "" },
  });
  const accept = useAccept(word);
  const { faultOf, unplaced } = useFaults(accept.error, ["name", "password"]);
  const known = asProblem(accept.error)?.code === "wrong_credentials";
  return (
    <form
      className="form"
      onSubmit={handleSubmit(({ name, password }) =>
        accept.mutate({ name: name.trim(), password }, { onSuccess: onAccepted }),
      )}
    >
      <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
      <TextField
        label={text.name}
        hint={text.nameHint}
        autoComplete="name"
        minLength={2}
        maxLength={100}
        fault={faultOf("name")}
        {...register("name")}
      />
      <PasswordField
        label={text.password}
        hint={text.passwordHint}
        autoComplete="new-password"
        minLength={atLeast}
        maxLength={200}
        fault={known ? text.otherPassword : faultOf("password")}
        {...register("password")}
      />
      {unplaced !== null && !known && <ErrorState error={unplaced} />}
      <div>
        <Button look="go" type="submit" disabled={accept.isPending}>
          {accept.isPending ? text.working : text.accept}
        </Button>
      </div>
    </form>
  );
}
