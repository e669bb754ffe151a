/** The editor's state and the API's body. Everything in a form is text; a scheme has numbers, words and lists. */
import type { Schemas } from "~/api/client";
import { manyOf, oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export type Content = Schemas["SchemeVersion"]["content"];

export const numberNames = [
  "review_days",
  "validity_months",
  "renewal_opens_days",
  "grace_days",
  "cpd_hours",
  "appeal_days",
] as const;
export type NumberName = (typeof numberNames)[number];

export interface EditorForm {
  name: string;
  reason: string;
  disciplines: { code: string; label: string; about: string }[];
  levels: { code: string; label: string; rank: string }[];
  requirements: {
    code: string;
    label: string;
    kind: string;
    evidence: string;
    count: string;
    levels: string[];
    disciplines: string[];
  }[];
  fees: { level: string; amount: string; currency: string }[];
  numbers: Record<NumberName, string>;
  conduct: { version: string; text: string; url: string };
}

export const newRequirement: EditorForm["requirements"][number] = {
  code: "",
  label: "",
  kind: "evidence",
  evidence: "",
  count: "1",
  levels: [],
  disciplines: [],
};

/** Hundredths of a currency, as every fee of a scheme is kept. */
const minor = 100;

export function formOf(content: Content, reason: string | null | undefined): EditorForm {
  return {
    name: content.name,
    reason: reason ?? "",
    disciplines: content.disciplines.map(({ code, label, about }) => ({ code, label, about })),
    levels: content.levels.map(({ code, label, rank }) => ({ code, label, rank: String(rank) })),
    requirements: content.requirements.map((one) => ({
      code: one.code,
      label: one.label,
      kind: one.kind,
      evidence: one.evidence ?? "",
      count: String(one.count),
      levels: one.levels ?? [],
      disciplines: one.disciplines ?? [],
    })),
    fees: content.fees.map(({ level, amount_minor, currency }) => ({
      level,
      amount: String(amount_minor / minor),
      currency,
    })),
    numbers: {
      review_days: String(content.review_days),
      validity_months: String(content.validity_months),
      renewal_opens_days: String(content.renewal_opens_days),
      grace_days: String(content.grace_days),
      cpd_hours: String(content.cpd_hours),
      appeal_days: String(content.appeal_days),
    },
    conduct: {
      version: content.code_of_conduct.version,
      text: content.code_of_conduct.text ?? "",
      url: content.code_of_conduct.url ?? "",
    },
  };
}

function given(typed: string): string | null {
  const text = typed.trim();
  return text === "" ? null : text;
}

function whole(typed: string): number {
  const number = Math.round(Number(typed));
  return Number.isFinite(number) ? number : 0;
}

/** Codes that the scheme still has, in its order; none named is all of them. */
function chosen(codes: readonly string[], asked: readonly string[]): string[] | null {
  return manyOf(codes, [...asked]) ?? null;
}

function requirementsOf(form: EditorForm): Content["requirements"] {
  const levels = form.levels.map(({ code }) => code.trim());
  const disciplines = form.disciplines.map(({ code }) => code.trim());
  return form.requirements.map((one) => {
    const kind = oneOf(wordsOf("RequirementKind"), one.kind) ?? "evidence";
    const forLevels = chosen(levels, one.levels);
    const forDisciplines = chosen(disciplines, one.disciplines);
    const evidence = kind === "evidence" ? oneOf(wordsOf("EvidenceKind"), one.evidence) : undefined;
    return {
      code: one.code.trim(),
      label: one.label.trim(),
      kind,
      count: whole(one.count),
      ...(evidence === undefined ? {} : { evidence }),
      ...(forLevels === null ? {} : { levels: forLevels }),
      ...(forDisciplines === null ? {} : { disciplines: forDisciplines }),
    };
  });
}

export function draftOf(form: EditorForm, before: Pick<Content, "code" | "kind">): Schemas["SchemeDraft"] {
  const { numbers, conduct } = form;
  return {
    reason: given(form.reason),
    content: {
      code: before.code,
      kind: before.kind,
      name: form.name.trim(),
      disciplines: form.disciplines.map(({ code, label, about }) => ({
        code: code.trim(),
        label: label.trim(),
        about: about.trim(),
      })),
      levels: form.levels.map(({ code, label, rank }) => ({
        code: code.trim(),
        label: label.trim(),
        rank: whole(rank),
      })),
      requirements: requirementsOf(form),
      fees: form.fees.map(({ level, amount, currency }) => ({
        level: level.trim(),
        amount_minor: Math.round(Number(amount) * minor) || 0,
        currency: currency.trim().toUpperCase(),
      })),
      validity_months: whole(numbers.validity_months),
      renewal_opens_days: whole(numbers.renewal_opens_days),
      grace_days: whole(numbers.grace_days),
      cpd_hours: whole(numbers.cpd_hours),
      review_days: whole(numbers.review_days),
      appeal_days: whole(numbers.appeal_days),
      code_of_conduct: {
        version: conduct.version.trim(),
        ...(given(conduct.text) === null ? {} : { text: conduct.text.trim() }),
        ...(given(conduct.url) === null ? {} : { url: conduct.url.trim() }),
      },
    },
  };
}
