import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { instanceQuery } from "~/api/instance";
import { ErrorState, LoadingState } from "~/ui/states";
import { words } from "~/words/words";
import { otherEntries } from "./paths";
import type { ProviderError } from "./provider-errors";
import { useSignIn } from "./use-sign-in";

const text = words.signIn.provider;
const kept = "bellbuoy.next";

/** The other way in, where this installation has one: a page of the provider, which leads back here. */
export function ProviderSignIn({
  error,
  next,
}: {
  error: ProviderError | undefined;
  next?: string | undefined;
}) {
  const { data } = useQuery(instanceQuery);
  const provider = data?.oidc ?? null;
  const remember = () => {
    if (next === undefined) sessionStorage.removeItem(kept);
    else sessionStorage.setItem(kept, next);
  };
  return (
    <>
      {error !== undefined && (
        <div className="state" role="alert">
          <p className="note bad">{text.errors[error]}</p>
        </div>
      )}
      {provider !== null && (
        <p>
          <a className="btn" href={otherEntries.provider()} onClick={remember}>
            {text.action(provider.name)}
          </a>
        </p>
      )}
    </>
  );
}

/** Back from the provider: the session is in a cookie, and the page asks for its token. */
export function ProviderEntry() {
  const { resume } = useSignIn();
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    const next = sessionStorage.getItem(kept);
    sessionStorage.removeItem(kept);
    resume(next !== null && /^\/(?![/\\])/.test(next) ? next : undefined).catch(setFault);
  }, [resume]);
  return fault === null ? <LoadingState /> : <ErrorState error={fault} />;
}
