import { redirect } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { isGuest, settled, type Account } from "~/api/session";
import { paths } from "./paths";

type Role = Schemas["Role"];

/**
 * Whom this page is not for: somebody of another role, a guest, whose membership is not confirmed, or somebody of the
 * platform who has no second factor yet.
 */
export type Barred = Role | "guest" | "bare";

export interface Guarded {
  barred: Barred | null;
}

type Guard = (asked: { location: { href: string } }) => Promise<Guarded>;

/** What the page offers; what may really be done is decided by the API alone. */
function admitting(fits: (account: Account) => boolean): Guard {
  return async ({ location }) => {
    const session = await settled();
    if (session.state !== "somebody") {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to send someone elsewhere
      throw redirect({ to: paths.signIn(), search: { next: location.href } });
    }
    const { account } = session;
    if (fits(account)) return { barred: null };
    if (account.second_factor_missing) return { barred: "bare" };
    return { barred: isGuest(account) ? "guest" : account.role };
  };
}

export const only = (...roles: Role[]): Guard =>
  admitting((account) => roles.includes(account.role) && !isGuest(account));

/** For whoever is signed in. */
export const somebody: Guard = admitting(() => true);

/** For confirmed people of a member organisation. */
export const confirmed: Guard = only("member");
