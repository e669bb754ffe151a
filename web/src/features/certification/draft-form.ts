/** A draft as it is typed and as it is sent. Rows that are not complete stay in the form and are not sent. */
import type { CertificationApplication } from "~/api/certification";
import type { Schemas } from "~/api/client";

export interface InterestForm {
  key: string;
  company: string;
  relation: string;
  to_on: string;
}

export interface RefereeForm {
  key: string;
  name: string;
  email: string;
  relation: string;
}

export interface DraftForm {
  statement: string;
  interests: InterestForm[];
  no_interests: boolean;
  declared: string[];
  conduct: string | null;
  evidence: Schemas["ShownEvidence"][];
  referees: RefereeForm[];
}

/** Requirements of the scheme that stand in a part of their own. */
export const conductCode = "conduct";
export const interestsCode = "interests";

export function newInterest(): InterestForm {
  return { key: crypto.randomUUID(), company: "", relation: "", to_on: "" };
}

export function newReferee(): RefereeForm {
  return { key: crypto.randomUUID(), name: "", email: "", relation: "" };
}

export function formOf(application: CertificationApplication): DraftForm {
  const { requirements } = application;
  return {
    statement: application.statement ?? "",
    interests: application.interests.map(({ company, relation, to_on }, at) => ({
      key: String(at),
      company,
      relation,
      to_on: to_on ?? "",
    })),
    no_interests: application.no_interests,
    declared: requirements.filter(({ declared }) => declared).map(({ code }) => code),
    conduct: application.conduct_version ?? null,
    evidence: requirements.flatMap(({ code, files }) =>
      files.map(({ id }) => ({ requirement: code, file_id: id })),
    ),
    referees: application.referees.map(({ id, name, email, relation }) => ({
      key: id,
      name,
      email,
      relation,
    })),
  };
}

const said = (typed: string) => typed.trim().length >= 2;

export function isWholeInterest({ company, relation }: InterestForm): boolean {
  return said(company) && said(relation);
}

export function isWholeReferee({ name, email, relation }: RefereeForm): boolean {
  return said(name) && /^\S+@\S+\.\S+$/.test(email.trim()) && said(relation);
}

function isEmpty(parts: readonly string[]): boolean {
  return parts.every((part) => part.trim() === "");
}

export function isEmptyInterest({ company, relation, to_on }: InterestForm): boolean {
  return isEmpty([company, relation, to_on]);
}

export function isEmptyReferee({ name, email, relation }: RefereeForm): boolean {
  return isEmpty([name, email, relation]);
}

/** Whether something typed would not be sent. */
export function isIncomplete(form: DraftForm): boolean {
  const statement = form.statement.trim();
  return (
    statement.length === 1 ||
    form.interests.some((row) => !isWholeInterest(row) && !isEmptyInterest(row)) ||
    form.referees.some((row) => !isWholeReferee(row) && !isEmptyReferee(row))
  );
}

export function updateOf(form: DraftForm): Schemas["CertificationApplicationUpdate"] {
  const interests = form.interests.filter(isWholeInterest);
  return {
    statement: said(form.statement) ? form.statement.trim() : null,
    interests: interests.map(({ company, relation, to_on }) => ({
      company: company.trim(),
      relation: relation.trim(),
      to_on: to_on === "" ? null : to_on,
    })),
    no_interests: form.no_interests && interests.length === 0,
    declared: [...form.declared].sort(),
    conduct_version: form.conduct,
    evidence: form.evidence,
    referees: form.referees.filter(isWholeReferee).map(({ name, email, relation }) => ({
      name: name.trim(),
      email: email.trim(),
      relation: relation.trim(),
    })),
  };
}

/** The papers for one requirement, the others as they were. */
export function withPapers(form: DraftForm, requirement: string, ids: readonly string[]): DraftForm {
  const others = form.evidence.filter((one) => one.requirement !== requirement);
  return { ...form, evidence: [...others, ...ids.map((file_id) => ({ requirement, file_id }))] };
}

export function withDeclared(form: DraftForm, code: string, declared: boolean): DraftForm {
  const others = form.declared.filter((one) => one !== code);
  return { ...form, declared: declared ? [...others, code] : others };
}
