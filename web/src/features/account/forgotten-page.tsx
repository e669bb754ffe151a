import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { paths } from "~/app/paths";
import { demo } from "~/lib/mode";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { useAskPassword } from "./queries";

const text = words.passwords.forgotten;

/** Who forgot a password asks for a letter; what is answered says nothing about whose address it is. */
export function ForgottenPage() {
  const { register, handleSubmit } = useForm<{ email: string }>({ defaultValues: { email: "" } });
  const ask = useAskPassword();
  const { faultOf, unplaced } = useFaults(ask.error, ["email"]);
  const form = useFaultFocus(ask.error);
  useTitle(ask.isSuccess ? text.sent.title : text.title);
  if (ask.isSuccess) return <Sent onAgain={() => ask.reset()} />;
  return (
    <div className="wrap page narrow">
      <h1>{text.title}</h1>
      <p className="soft">{text.intro}</p>
      <form
        ref={form}
        className="form"
        onSubmit={handleSubmit(({ email }) => {
          ask.mutate(email.trim());
        })}
      >
        <TextField
          label={text.email}
          type="email"
          autoComplete="username"
          maxLength={254}
          fault={faultOf("email")}
          {...register("email")}
        />
        {unplaced !== null && <ErrorState error={unplaced} />}
        <div>
          <Button look="go" type="submit" disabled={ask.isPending}>
            {ask.isPending ? text.working : text.action}
          </Button>
        </div>
      </form>
      <p>
        <Link to={paths.signIn()}>{text.back}</Link>
      </p>
    </div>
  );
}

function Sent({ onAgain }: { onAgain: () => void }) {
  const { sent } = text;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="wrap page narrow">
      <div className="prose">
        <h1 ref={head} tabIndex={-1}>
          {sent.title}
        </h1>
        <p>{sent.text}</p>
        {demo && (
          <p>
            <Link to={paths.letters()}>{sent.letters}</Link>
          </p>
        )}
        <p className="soft">{sent.next}</p>
      </div>
      <p className="row after">
        <Button onClick={onAgain}>{sent.again}</Button>
        <Link to={paths.signIn()}>{text.back}</Link>
      </p>
    </div>
  );
}
