/** What the forms hold, all text, and what leaves. */
import type { Schemas } from "~/api/client";
import { oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";
import { needsReason, type Sanction, type Step } from "./can";

export interface ComplaintForm {
  certificate: string;
  words: string;
  name: string;
  email: string;
}

export const complaintFields = ["certificate", "words", "name", "email"];

function given(typed: string): string | null {
  const said = typed.trim();
  return said === "" ? null : said;
}

export function createOf(form: ComplaintForm): Schemas["ComplaintCreate"] {
  return {
    certificate: form.certificate.trim(),
    words: form.words.trim(),
    name: given(form.name),
    email: given(form.email),
  };
}

export interface StepForm {
  answer: string;
  sanction: string;
  reason: string;
  effective_on: string;
  note: string;
  words: string;
}

/** The class of reason that most often goes with the step is chosen beforehand. */
export function emptyStep(step: Step): StepForm {
  const reason = step === "uphold" ? "complaint_upheld" : "under_investigation";
  return { answer: "", sanction: "", reason, effective_on: "", note: "", words: "" };
}

/** A sanction that the certificate no longer leaves open does not leave. */
export function stepOf(
  step: Step,
  form: StepForm,
  possible: readonly Sanction[],
): Schemas["ComplaintStepCreate"] {
  const sanction = oneOf(possible, form.sanction);
  return {
    step,
    answer: step === "investigate" ? null : given(form.answer),
    sanction:
      sanction === undefined
        ? null
        : {
            step: sanction,
            reason: needsReason(sanction) ? (oneOf(wordsOf("SanctionReason"), form.reason) ?? null) : null,
            effective_on: sanction === "revoke" ? given(form.effective_on) : null,
            note: given(form.note),
            words: given(form.words),
          },
  };
}

const most = 120;

/** The beginning of what somebody wrote, on one line. */
export function opening(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most).trimEnd()}…`;
}
