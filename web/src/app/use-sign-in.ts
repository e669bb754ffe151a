import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { isGuest, signIn, signOut } from "~/api/session";
import { paths } from "./paths";
import { startOf } from "./start-page";

/** Signing in and out, with what follows: nothing of one person stays on the screen of another. */
export function useSignIn() {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const enter = useCallback(
    async (email: string, password: string, next?: string) => {
      const account = await signIn(email, password);
      cache.clear();
      await navigate({ href: isGuest(account) ? startOf(account) : (next ?? startOf(account)) });
    },
    [cache, navigate],
  );
  const leave = useCallback(async () => {
    await signOut();
    cache.clear();
    await navigate({ to: paths.front() });
  }, [cache, navigate]);
  return { enter, leave };
}
