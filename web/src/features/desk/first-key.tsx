import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { deskKeysQuery } from "./queries";
import { makeMyKey } from "./unlock";

const text = words.desk.first;
const shortest = 12;

interface Choice {
  passphrase: string;
  again: string;
}

/** An analyst's first visit: a key of their own, wrapped before it leaves the browser. */
export function FirstKey() {
  const cache = useQueryClient();
  const { register, handleSubmit, formState, reset } = useForm<Choice>({
    defaultValues: { passphrase: "", again: "" },
  });
  const attempt = useMutation({
    mutationFn: ({ passphrase }: Choice) => makeMyKey(passphrase),
    onSuccess: async () => {
      reset();
      await cache.invalidateQueries(deskKeysQuery);
    },
  });
  return (
    <form className="first-key" onSubmit={handleSubmit((choice) => attempt.mutate(choice))} noValidate>
      <div className="desk-lock-why">
        <h2>{text.title}</h2>
        <p className="soft">{text.lead}</p>
      </div>
      <div className="form-row">
        <TextField
          label={text.passphrase}
          hint={text.passphraseHint}
          type="password"
          autoComplete="new-password"
          fault={formState.errors.passphrase?.message}
          {...register("passphrase", {
            minLength: { value: shortest, message: text.short },
            required: text.short,
          })}
        />
        <TextField
          label={text.repeat}
          type="password"
          autoComplete="new-password"
          fault={formState.errors.again?.message}
          {...register("again", {
            validate: (again, { passphrase }) => again === passphrase || text.differs,
          })}
        />
      </div>
      {attempt.isError && <ErrorState error={attempt.error} />}
      <div className="row">
        <Button look="go" type="submit" disabled={attempt.isPending}>
          {text.make}
        </Button>
        <span className="small soft" role="status">
          {attempt.isPending ? text.making : ""}
        </span>
      </div>
    </form>
  );
}
