import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { api, take } from "~/api/client";
import { isGuest, refresh, signIn, signOut, signOutEverywhere, type Credentials } from "~/api/session";
import { paths } from "./paths";
import { startOf } from "./start-page";

/** Signing in and out, with what follows: nothing of one person stays on the screen of another. */
export function useSignIn() {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const enter = useCallback(
    async (given: Credentials, next?: string) => {
      const account = await signIn(given);
      cache.clear();
      await navigate({ href: isGuest(account) ? startOf(account) : (next ?? startOf(account)) });
    },
    [cache, navigate],
  );
  /** The demo's people sign in with one click: the code of their second factor is the demo's own. */
  const enterDemo = useCallback(
    async (given: Credentials, next?: string) => {
      const { code } = await take(api.GET("/api/v1/demo/code"));
      await enter({ ...given, code }, next);
    },
    [enter],
  );
  const resume = useCallback(
    async (next?: string) => {
      const session = await refresh();
      cache.clear();
      if (session.state !== "somebody") return navigate({ to: paths.signIn(), search: { error: "failed" } });
      const start = startOf(session.account);
      return navigate({ href: isGuest(session.account) ? start : (next ?? start), replace: true });
    },
    [cache, navigate],
  );
  const leave = useCallback(async () => {
    await signOut();
    cache.clear();
    await navigate({ to: paths.front() });
  }, [cache, navigate]);
  const leaveEverywhere = useCallback(async () => {
    await signOutEverywhere();
    cache.clear();
    await navigate({ to: paths.front() });
  }, [cache, navigate]);
  const stopLooking = useCallback(async () => {
    await refresh();
    cache.clear();
    await navigate({ to: paths.roles() });
  }, [cache, navigate]);
  return { stopLooking, enter, enterDemo, resume, leave, leaveEverywhere };
}
