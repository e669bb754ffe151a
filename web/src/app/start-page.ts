import type { Schemas } from "~/api/client";
import { isGuest, type Account } from "~/api/session";
import { paths } from "./paths";

/** Where each role begins. */
const startPage = {
  member: paths.incidents(),
  analyst: paths.desk(),
  duty_officer: paths.incidents(),
  scheme_administrator: paths.certificationBoard(),
  qa_reviewer: paths.certificationBoard(),
  library_editor: paths.advisories(),
  admin: paths.audit(),
} satisfies Record<Schemas["Role"], string>;

/** Whoever waits begins where it says what for; who belongs to no organisation came to be certified. */
export function startOf(account: Account): string {
  if (!isGuest(account)) return startPage[account.role];
  const waits = account.second_factor_missing || (account.membership ?? null) !== null;
  return waits ? paths.account() : paths.certification();
}
