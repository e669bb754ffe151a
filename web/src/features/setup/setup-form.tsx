import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { useSetUp } from "./queries";

const text = words.setup;
const asked = ["organisation", "name", "email", "password"] as const;

export function SetupForm({ word, onDone }: { word: string; onDone: () => void }) {
  const { register, handleSubmit } = useForm<Schemas["SetupCreate"]>({
    defaultValues: { organisation: "", name: "", email: "", password: "" },
  });
  const setUp = useSetUp(word);
  const { faultOf, unplaced } = useFaults(setUp.error, asked);
  const form = useFaultFocus(setUp.error);
  return (
    <form
      ref={form}
      className="form"
      onSubmit={handleSubmit((answers) => setUp.mutate(answers, { onSuccess: onDone }))}
    >
      <TextField
        label={text.organisation}
        hint={text.organisationHint}
        autoComplete="organization"
        maxLength={100}
        fault={faultOf("organisation")}
        {...register("organisation")}
      />
      <TextField
        label={text.name}
        hint={text.nameHint}
        autoComplete="name"
        maxLength={100}
        fault={faultOf("name")}
        {...register("name")}
      />
      <TextField
        label={text.email}
        type="email"
        autoComplete="username"
        maxLength={254}
        fault={faultOf("email")}
        {...register("email")}
      />
      <PasswordField
        label={text.password}
        hint={words.passwords.hint}
        autoComplete="new-password"
        maxLength={200}
        fault={faultOf("password")}
        {...register("password")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div>
        <Button look="go" type="submit" disabled={setUp.isPending}>
          {setUp.isPending ? text.working : text.action}
        </Button>
      </div>
    </form>
  );
}
