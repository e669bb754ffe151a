/** What the page offers, mirroring api/domain/src/certification/status.rs; the API decides. */
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";
import { daysLater } from "~/lib/day-count";

export type Step = Exclude<Schemas["CertificateStep"], "lapse">;
type Status = Schemas["CertificateStatus"];

const ofTheScheme = {
  active: ["renew", "suspend", "revoke"],
  suspended: ["reinstate", "revoke"],
  lapsed: ["renew", "revoke"],
  revoked: [],
  withdrawn: [],
} satisfies Record<Status, Step[]>;

/** As whom somebody may take steps: nobody takes those of the scheme with what they hold themselves. */
export type Actor = "scheme" | "holder" | null;

export function actorOf(account: Account | null, own: string | undefined, holder: string): Actor {
  if (account === null) return null;
  if (own === holder) return "holder";
  return account.role === "scheme_administrator" ? "scheme" : null;
}

export function stepsFor(actor: Actor, status: Status): readonly Step[] {
  if (actor === "scheme") return ofTheScheme[status];
  return actor === "holder" && status === "active" ? ["withdraw"] : [];
}

export function needsReason(step: Step): boolean {
  return step === "suspend" || step === "revoke";
}

/** Why a renewal waits: the day on which it opens, or that on which it closed. */
export function renewal(
  validTo: string,
  scheme: Pick<Schemas["SchemeVersion"]["content"], "renewal_opens_days" | "grace_days">,
  today: string,
): { open: true } | { open: false; opens?: string; closed?: string } {
  const opens = daysLater(validTo, -scheme.renewal_opens_days);
  const closes = daysLater(validTo, scheme.grace_days);
  if (today < opens) return { open: false, opens };
  return today > closes ? { open: false, closed: closes } : { open: true };
}
