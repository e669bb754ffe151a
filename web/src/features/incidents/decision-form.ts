/** The dialog's state and the API's body. */
import type { Schemas } from "~/api/client";
import { oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

type Decision = Schemas["Decision"];

export interface DecisionForm {
  verification: string;
  severity: string;
  tlp: string;
  reason: string;
  /** A reference such as INC-7K4QWZ, or an id. */
  original: string;
}

export type DecisionField = keyof DecisionForm;

/** What each step asks for. */
export const asked = {
  take_up: [],
  accept: ["verification", "severity", "tlp"],
  refuse: ["reason"],
  link_duplicate: ["original"],
  withdraw: ["reason"],
  reopen: ["reason"],
} satisfies Record<Decision, DecisionField[]>;

export function startFrom(incident: Schemas["Incident"]): DecisionForm {
  const { verification, severity, tlp } = incident;
  return { verification, severity, tlp, reason: "", original: "" };
}

export function toDecision(
  decision: Decision,
  form: DecisionForm,
  originalId?: string,
): Schemas["DecisionCreate"] {
  const fields: readonly DecisionField[] = asked[decision];
  const reason = form.reason.trim();
  return {
    decision,
    verification: fields.includes("verification")
      ? (oneOf(wordsOf("VerificationLevel"), form.verification) ?? null)
      : null,
    severity: fields.includes("severity") ? (oneOf(wordsOf("Severity"), form.severity) ?? null) : null,
    tlp: fields.includes("tlp") ? (oneOf(wordsOf("Tlp"), form.tlp) ?? null) : null,
    reason: fields.includes("reason") && reason !== "" ? reason : null,
    duplicate_of: originalId ?? null,
  };
}
