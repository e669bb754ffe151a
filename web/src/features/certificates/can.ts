/** What the page offers, mirroring api/domain/src/certification/status.rs; the API decides. */
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";

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

/** A renewal without an application is told why, as what takes from a holder is. */
export function needsWords(step: Step): boolean {
  return needsReason(step) || step === "renew";
}
