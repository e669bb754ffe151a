import { redirect } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { settled } from "~/api/session";
import { paths } from "./paths";

type Role = Schemas["Role"];

/** A role that this page is not for, or null. */
export interface Guarded {
  barred: Role | null;
}

/** What the page offers; what may really be done is decided by the API alone. */
export function only(...roles: Role[]) {
  return async ({ location }: { location: { href: string } }): Promise<Guarded> => {
    const session = await settled();
    if (session.state !== "somebody") {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to send someone elsewhere
      throw redirect({ to: paths.signIn(), search: { next: location.href } });
    }
    const { role } = session.account;
    return { barred: roles.includes(role) ? null : role };
  };
}
