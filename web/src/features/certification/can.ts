/** What the pages offer; the API says which steps are open and decides. */
import type { CertificationApplication } from "~/api/certification";
import type { Account } from "~/api/session";

/** Those who run schemes have the board; others look at what is theirs. */
export function runsSchemes(account: Account): boolean {
  return account.role === "scheme_administrator" || account.role === "qa_reviewer";
}

/** The firm for which somebody may apply. */
export function firmOf({ membership, organisation }: Account): string | null {
  const manages = membership?.role === "owner" || membership?.role === "cso";
  return manages && membership.state === "confirmed" ? (organisation?.name ?? null) : null;
}

/** Who began a draft writes it, and again while a reviewer's questions are open; a colleague reads. */
export function mayEdit({ own, steps }: CertificationApplication): boolean {
  return own && (steps.includes("submit") || steps.includes("answer"));
}

/** Only who was assigned says what was found. */
export function mayFind(application: CertificationApplication, account: Account): boolean {
  return application.stage === "in_review" && application.reviewer_id === account.id;
}
