import { redirect } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { settled } from "~/api/session";
import { paths } from "./paths";

type Role = Schemas["Role"];

/** Signed in, but this page is for others. */
export class BarredError extends Error {
  override readonly name = "BarredError";
  readonly role: Role;

  constructor(role: Role) {
    super("barred");
    this.role = role;
  }
}

/** What the page offers; what may really be done is decided by the API alone. */
export function only(...roles: Role[]) {
  return async ({ location }: { location: { href: string } }) => {
    const session = await settled();
    if (session.state !== "somebody") {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to send someone elsewhere
      throw redirect({ to: paths.signIn(), search: { next: location.href } });
    }
    if (!roles.includes(session.account.role)) throw new BarredError(session.account.role);
  };
}
