import type { Schemas } from "~/api/client";
import { isGuest, type Account } from "~/api/session";
import { paths } from "./paths";

/** Where each role begins. */
const startPage = {
  member: paths.incidents(),
  analyst: paths.desk(),
  duty_officer: paths.incidents(),
  scheme_administrator: paths.consultants(),
  qa_reviewer: paths.statistics(),
  library_editor: paths.advisories(),
  admin: paths.audit(),
} satisfies Record<Schemas["Role"], string>;

/** Whoever waits begins where it says what for. */
export function startOf(account: Account): string {
  return isGuest(account) ? paths.account() : startPage[account.role];
}
