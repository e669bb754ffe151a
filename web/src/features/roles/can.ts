/** As whom somebody may look, mirroring the server's `policy::may_view_as`; the API decides. */
import type { Account } from "~/api/session";
import type { View } from "./view";

/** `own`: in the own organisation; `any`: in one that has to be chosen. */
export type Look = "staff" | "own" | "any" | null;

const shut: readonly string[] = ["analyst", "admin"];

export function lookOf(account: Account | null, { group, person }: View): Look {
  if (account === null) return null;
  if (account.role === "admin") {
    if (group === "within") return "any";
    return shut.includes(person.role) ? null : "staff";
  }
  const within = (account.organisation ?? null) === null ? undefined : account.membership?.role;
  return group === "within" && (within === "owner" || within === "cso") ? "own" : null;
}
