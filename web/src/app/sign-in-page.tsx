import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { instanceQuery } from "~/api/instance";
import { useSession } from "~/api/session";
import { demo } from "~/lib/mode";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { paths } from "./paths";
import { useSignIn } from "./use-sign-in";

const route = getRouteApi("/sign-in");
const text = words.signIn;

interface Credentials {
  email: string;
  password: string;
}

export function SignInPage() {
  const { next } = route.useSearch();
  const session = useSession();
  const { enter } = useSignIn();
  const { register, handleSubmit } = useForm<Credentials>();
  const instance = useQuery({ ...instanceQuery, enabled: demo });
  const attempt = useMutation({
    mutationFn: ({ email, password }: Credentials) => enter(email, password, next),
  });
  useTitle(text.title);
  const people = instance.data?.demo ?? null;

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
        {attempt.isError && <ErrorState error={attempt.error} />}
        <div>
          <Button look="go" type="submit" disabled={attempt.isPending}>
            {attempt.isPending ? text.working : text.action}
          </Button>
        </div>
      </form>
      <p className="small soft">
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
                  disabled={attempt.isPending}
                  onClick={() => attempt.mutate({ email: person.email, password: people.password })}
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
