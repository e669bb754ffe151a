/** What the page offers, mirroring api/domain/src/policy; the API decides. */
import type { Account } from "~/api/session";

export function keepsRota(account: Account | null): boolean {
  return account?.role === "scheme_administrator";
}
