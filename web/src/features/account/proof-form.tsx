import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { UserName } from "./user-name";

const text = words.proof;

interface Typed {
  password: string;
  code: string;
}

/** The password once more, and a code where a second factor counts already. */
export function ProofForm({
  email,
  withCode,
  action,
  look = "go",
  error,
  busy,
  onSubmit,
  onCancel,
}: {
  email: string;
  withCode: boolean;
  action: string;
  look?: "go" | "danger";
  error: Error | null;
  busy: boolean;
  onSubmit: (proof: Schemas["Confirmation"]) => void;
  onCancel?: (() => void) | undefined;
}) {
  const { register, handleSubmit } = useForm<Typed>({ defaultValues: { password: "", code: "" } });
  const { faultOf, unplaced } = useFaults(error, withCode ? ["password", "code"] : ["password"]);
  const form = useFaultFocus(error);
  const send = ({ password, code }: Typed) =>
    onSubmit({ password, ...(withCode ? { code: code.trim() } : {}) });
  return (
    <form ref={form} className="form" onSubmit={handleSubmit(send)}>
      <PasswordField
        label={text.password}
        autoComplete="current-password"
        maxLength={200}
        fault={faultOf("password")}
        {...register("password")}
      />
      {withCode && (
        <TextField
          label={text.code}
          hint={text.codeHint}
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
      <div className="dialog-foot">
        {onCancel !== undefined && <Button onClick={onCancel}>{words.secondFactor.cancel}</Button>}
        <Button look={look} type="submit" disabled={busy}>
          {busy ? words.secondFactor.working : action}
        </Button>
      </div>
      <UserName email={email} />
    </form>
  );
}
