import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { atLeast } from "./limits";
import { useChoosePassword } from "./queries";
import { UserName } from "./user-name";

const text = words.passwords.choose;

interface Typed {
  new_password: string;
  code: string;
}

export function ChooseForm({
  word,
  link: { email, second_factor: withCode },
  onSet,
  onGone,
}: {
  word: string;
  link: Schemas["PasswordLink"];
  onSet: () => void;
  /** Used up, or run out, while the page stood open. */
  onGone: () => void;
}) {
  const { register, handleSubmit } = useForm<Typed>({ defaultValues: { new_password: "", code: "" } });
  const choose = useChoosePassword(word);
  const { faultOf, unplaced } = useFaults(
    choose.error,
    withCode ? ["new_password", "code"] : ["new_password"],
  );
  const form = useFaultFocus(choose.error);
  const send = ({ new_password, code }: Typed) =>
    choose.mutate(
      { new_password, ...(withCode ? { code: code.trim() } : {}) },
      {
        onSuccess: onSet,
        onError: (error) => {
          if (asProblem(error)?.status === 404) onGone();
        },
      },
    );
  return (
    <form ref={form} className="form" onSubmit={handleSubmit(send)}>
      <UserName email={email} />
      <PasswordField
        label={text.password}
        hint={words.passwords.hint}
        autoComplete="new-password"
        minLength={atLeast}
        maxLength={200}
        fault={faultOf("new_password")}
        {...register("new_password")}
      />
      {withCode && (
        <TextField
          label={text.code}
          hint={words.proof.codeHint}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          minLength={6}
          maxLength={20}
          fault={faultOf("code")}
          {...register("code")}
        />
      )}
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div>
        <Button look="go" type="submit" disabled={choose.isPending}>
          {choose.isPending ? text.working : text.action}
        </Button>
      </div>
    </form>
  );
}
