import { useState } from "react";
import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { useAskAddress, useTakeAddress } from "./queries";

const text = words.ownData.address;
const { cancel, working } = words.secondFactor;

interface Step {
  onCancel: () => void;
}

/** Another address: where to, with the password; then the word that was sent there. */
export function AddressForm({
  withCode,
  onDone,
  onCancel,
}: Step & { withCode: boolean; onDone: () => void }) {
  const [email, setEmail] = useState<string | null>(null);
  return email === null ? (
    <Ask withCode={withCode} onAsked={setEmail} onCancel={onCancel} />
  ) : (
    <Take email={email} onDone={onDone} onCancel={onCancel} />
  );
}

function Ask({
  withCode,
  onAsked,
  onCancel,
}: Step & { withCode: boolean; onAsked: (email: string) => void }) {
  const { register, handleSubmit } = useForm({ defaultValues: { email: "", password: "", code: "" } });
  const ask = useAskAddress();
  const { faultOf, unplaced } = useFaults(ask.error, ["email", "password", ...(withCode ? ["code"] : [])]);
  const form = useFaultFocus(ask.error);
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={handleSubmit(({ email, password, code }) => {
        const proof = { email: email.trim(), password, ...(withCode ? { code: code.trim() } : {}) };
        ask.mutate(proof, { onSuccess: () => onAsked(proof.email) });
      })}
    >
      <TextField
        label={text.field}
        hint={text.hint}
        type="email"
        autoComplete="email"
        maxLength={254}
        fault={faultOf("email")}
        {...register("email")}
      />
      <PasswordField
        label={words.proof.password}
        autoComplete="current-password"
        maxLength={200}
        fault={faultOf("password")}
        {...register("password")}
      />
      {withCode && (
        <TextField
          label={words.proof.code}
          hint={words.proof.codeHint}
          autoComplete="one-time-code"
          maxLength={20}
          fault={faultOf("code")}
          {...register("code")}
        />
      )}
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{cancel}</Button>
        <Button look="go" type="submit" disabled={ask.isPending}>
          {ask.isPending ? working : text.send}
        </Button>
      </div>
    </form>
  );
}

function Take({ email, onDone, onCancel }: Step & { email: string; onDone: () => void }) {
  const { register, handleSubmit } = useForm({ defaultValues: { word: "" } });
  const take = useTakeAddress();
  const { faultOf, unplaced } = useFaults(take.error, ["word"]);
  const form = useFaultFocus(take.error);
  return (
    <form
      ref={form}
      className="form"
      onSubmit={handleSubmit(({ word }) => take.mutate({ email, word: word.trim() }, { onSuccess: onDone }))}
    >
      <p role="status">{text.sent(email)}</p>
      <TextField
        label={text.word}
        hint={text.wordHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={50}
        autoFocus
        fault={faultOf("word")}
        {...register("word")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{cancel}</Button>
        <Button look="go" type="submit" disabled={take.isPending}>
          {take.isPending ? working : text.confirm}
        </Button>
      </div>
    </form>
  );
}
