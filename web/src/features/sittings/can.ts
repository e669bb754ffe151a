/** What the pages offer, mirroring api/domain/src/policy; the API decides. */
import type { Account } from "~/api/session";

export function runsSittings(account: Account | null): boolean {
  return account?.role === "scheme_administrator";
}
