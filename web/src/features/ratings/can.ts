/** What the pages offer, mirroring api/domain/src/certification/rating; the API decides. */
import type { Schemas } from "~/api/client";
import { isGuest, type Account } from "~/api/session";

const customers: readonly Schemas["OrganisationKind"][] = ["shipping_company", "port", "terminal", "insurer"];

/** Whether somebody may write a rating for their organisation. */
export function mayRate(account: Account | null): boolean {
  if (account === null || isGuest(account) || account.role !== "member") return false;
  const kind = account.organisation?.kind;
  return kind !== undefined && customers.includes(kind) && account.membership?.role !== "auditor";
}

export function moderates(account: Account | null): boolean {
  return account?.role === "scheme_administrator";
}

/** Steps that come with words: a reason. */
export function needsWhy(step: Schemas["RatingStep"]): boolean {
  return step === "refuse" || step === "take_down" || step === "refuse_answer";
}
