import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { instanceQuery } from "~/api/instance";
import { asProblem } from "~/api/problem";
import { useSession, type Credentials } from "~/api/session";
import { demo } from "~/lib/mode";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { paths } from "./paths";
import { ProviderEntry, ProviderSignIn } from "./provider-sign-in";
import { useSignIn } from "./use-sign-in";

const route = getRouteApi("/sign-in");
const text = words.signIn;

export function SignInPage() {
  const { next, error, entered } = route.useSearch();
  const session = useSession();
  const { enter, enterDemo } = useSignIn();
  const { register, handleSubmit } = useForm<Credentials>();
  const instance = useQuery({ ...instanceQuery, enabled: demo });
  const attempt = useMutation({
    mutationFn: (given: Credentials) => enter({ ...given, code: given.code || undefined }, next),
  });
  const asDemo = useMutation({
    mutationFn: (given: Credentials) => enterDemo(given, next),
  });
  const refused = attempt.isError ? asProblem(attempt.error)?.code : undefined;
  const [asked, setAsked] = useState(false);
  const asks = asked || refused === "second_factor_needed" || refused === "wrong_code";
  if (asks !== asked) setAsked(asks);
  const busy = attempt.isPending || asDemo.isPending;
  useTitle(text.title);
  const people = instance.data?.demo ?? null;
  if (entered === "yes") return <ProviderEntry />;

  return (
    <div className="wrap page narrow">
      <h1>{text.title}</h1>
      <p className="soft">{session.state === "nobody" && session.ended ? text.ended : text.note}</p>
      <form className="form" onSubmit={handleSubmit((values) => attempt.mutate(values))}>
        <TextField label={text.email} type="email" autoComplete="username" {...register("email")} />
        <TextField
          label={text.password}
          type="password"
          autoComplete="current-password"
          {...register("password")}
        />
        {asks && (
          <TextField
            autoFocus
            label={text.code}
            hint={text.codeHint}
            autoComplete="one-time-code"
            spellCheck={false}
            maxLength={20}
            {...register("code")}
          />
        )}
        {attempt.isError && refused !== "second_factor_needed" && <ErrorState error={attempt.error} />}
        {asDemo.isError && <ErrorState error={asDemo.error} />}
        <div>
          <Button look="go" type="submit" disabled={busy}>
            {attempt.isPending ? text.working : text.action}
          </Button>
        </div>
      </form>
      <p>
        <Link to={paths.forgotten()}>{text.forgotten}</Link>
      </p>
      <ProviderSignIn error={error} next={next} />
      <p className="small soft after">
        {text.join} <Link to={paths.join()}>{text.joinLink}</Link>
      </p>
      {people !== null && (
        <section className="personas line">
          <h2>{text.demo.title}</h2>
          <p className="soft small">{text.demo.note}</p>
          <ul>
            {people.people.map((person) => (
              <li key={person.email}>
                <Button
                  disabled={busy}
                  onClick={() => asDemo.mutate({ email: person.email, password: people.password })}
                >
                  {text.demo.as(person.name, label("Role", person.role))}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
