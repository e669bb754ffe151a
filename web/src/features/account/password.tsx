import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextField } from "~/ui/field";
import { Loaded } from "~/ui/loaded";
import { PasswordField } from "~/ui/password-field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { atLeast } from "./limits";
import { factorsQuery, useChangePassword } from "./queries";
import { UserName } from "./user-name";

const text = words.passwords;

export function Password({ email }: { email: string }) {
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState(false);
  const factors = useQuery(factorsQuery);
  const close = () => setOpen(false);
  return (
    <section className="form-part line">
      <h2>{text.title}</h2>
      <div>
        <Button
          onClick={() => {
            setChanged(false);
            setOpen(true);
          }}
        >
          {text.change}
        </Button>
      </div>
      <div aria-live="polite">{changed && <p className="note">{text.changed}</p>}</div>
      {open && (
        <Dialog title={text.change} onClose={close}>
          <Loaded asked={factors}>
            {({ confirmed_at: since }) => (
              <PasswordForm
                email={email}
                withCode={since !== null && since !== undefined}
                onCancel={close}
                onChanged={() => {
                  close();
                  setChanged(true);
                }}
              />
            )}
          </Loaded>
        </Dialog>
      )}
    </section>
  );
}

type Typed = Schemas["PasswordChange"] & { code: string };

function PasswordForm({
  email,
  withCode,
  onCancel,
  onChanged,
}: {
  email: string;
  withCode: boolean;
  onCancel: () => void;
  onChanged: () => void;
}) {
  const { register, handleSubmit } = useForm<Typed>({
    defaultValues: { password: "", code: "", new_password: "" },
  });
  const change = useChangePassword();
  const fields = ["password", "new_password", ...(withCode ? ["code"] : [])];
  const { faultOf, unplaced } = useFaults(change.error, fields);
  const form = useFaultFocus(change.error);
  const send = ({ code, ...body }: Typed) =>
    change.mutate({ ...body, ...(withCode ? { code: code.trim() } : {}) }, { onSuccess: onChanged });
  return (
    <form ref={form} className="form" onSubmit={handleSubmit(send)}>
      <p className="soft">{text.effect}</p>
      <PasswordField
        label={text.now}
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
          autoCapitalize="none"
          spellCheck={false}
          minLength={6}
          maxLength={20}
          fault={faultOf("code")}
          {...register("code")}
        />
      )}
      <PasswordField
        label={text.next}
        hint={text.hint}
        autoComplete="new-password"
        minLength={atLeast}
        maxLength={200}
        fault={faultOf("new_password")}
        {...register("new_password")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button look="go" type="submit" disabled={change.isPending}>
          {change.isPending ? text.working : text.save}
        </Button>
      </div>
      <UserName email={email} />
    </form>
  );
}
