/** The self-check: the parts of an application in their order, and what each still lacks. */
import type { CertificationApplication } from "~/api/certification";
import { words } from "~/words/words";
import { conductCode, interestsCode } from "./draft-form";

const text = words.certificationDraft;

export interface Part {
  /** The field that a question is about, and the end of the part's id. */
  field: string;
  label: string;
  state: "done" | "missing" | "free";
  /** How many are there of how many, where more than one is asked for. */
  count: { given: number; asked: number } | null;
  questions: number;
}

export const partId = (field: string) => `part-${field}`;

/** The field under which the declarations without a part of their own stand together. */
export const declarationsField = "declarations";

export function otherDeclarations({ requirements }: CertificationApplication) {
  return requirements.filter(
    ({ kind, code }) => kind === "declaration" && code !== conductCode && code !== interestsCode,
  );
}

export function partsOf(application: CertificationApplication): Part[] {
  const { requirements, missing, questions } = application;
  const lacks = (code: string) => missing.some(({ requirement }) => requirement === code);
  const waiting = (...fields: string[]) =>
    questions.filter((one) => fields.includes(one.field) && (one.answered_at ?? null) === null).length;
  const part = (field: string, label: string, done: boolean, ...also: string[]): Part => ({
    field,
    label,
    state: done ? "done" : "missing",
    count: null,
    questions: waiting(field, ...also),
  });
  const counted = requirements
    .filter(({ kind }) => kind === "evidence" || kind === "referees")
    .map(({ code, label, count, kind }) => ({
      ...part(code, kind === "referees" ? text.referees.title : label, !lacks(code)),
      count: { given: missing.find((one) => one.requirement === code)?.given ?? count, asked: count },
    }));
  const others = otherDeclarations(application);
  const profile = application.applicant.kind === "supplier" || (application.applicant.id ?? null) !== null;
  return [
    ...(profile ? [] : [part("profile", text.profile.title, false)]),
    {
      ...part("curriculum", text.curriculum, true),
      state: application.curriculum.length > 0 ? ("done" as const) : ("free" as const),
    },
    ...counted,
    ...(others.length === 0
      ? []
      : [
          part(
            declarationsField,
            text.declarations.title,
            others.every(({ code }) => !lacks(code)),
            ...others.map(({ code }) => code),
          ),
        ]),
    part(
      conductCode,
      text.conduct.title,
      (application.conduct_version ?? null) !== null && !lacks(conductCode),
    ),
    part(
      interestsCode,
      text.interests.title,
      (application.interests.length > 0 || application.no_interests) && !lacks(interestsCode),
    ),
    {
      ...part("statement", text.statement.title, true),
      state: (application.statement ?? "") === "" ? ("free" as const) : ("done" as const),
    },
  ];
}

export function isReady({ missing, open }: CertificationApplication): boolean {
  return missing.length === 0 && open.length === 0;
}
