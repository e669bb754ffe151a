/** What the form holds, all text, and what leaves. */
import type { Schemas } from "~/api/client";
import { wordsOf } from "~/words/words";
import type { Rated } from "./queries";

type Criterion = Schemas["RatingCriterion"];

export interface RatingForm extends Record<Criterion, string> {
  from_on: string;
  to_on: string;
  remark: string;
  named: boolean;
  no_tie: boolean;
}

export const ratingFields = ["from_on", "to_on", ...wordsOf("RatingCriterion"), "remark", "named", "no_tie"];

export const emptyRating: RatingForm = {
  from_on: "",
  to_on: "",
  competence: "",
  conduct: "",
  report: "",
  timeliness: "",
  remark: "",
  named: false,
  no_tie: false,
};

export function ratingFormOf(rating: Schemas["Rating"]): RatingForm {
  return {
    from_on: rating.from_on,
    to_on: rating.to_on,
    competence: String(rating.competence),
    conduct: String(rating.conduct),
    report: String(rating.report),
    timeliness: String(rating.timeliness),
    remark: rating.remark ?? "",
    named: rating.named,
    no_tie: false,
  };
}

export function ratedOf(rating: Schemas["Rating"]): Rated {
  const { kind, id } = rating.rated;
  return kind === "person" ? { consultant: id } : { supplier: id };
}

export function ratingOf(rated: Rated, form: RatingForm): Schemas["RatingCreate"] {
  const remark = form.remark.trim();
  return {
    ...("consultant" in rated ? { consultant_id: rated.consultant } : { supplier_id: rated.supplier }),
    from_on: form.from_on,
    to_on: form.to_on,
    competence: Number(form.competence),
    conduct: Number(form.conduct),
    report: Number(form.report),
    timeliness: Number(form.timeliness),
    remark: remark === "" ? null : remark,
    named: form.named,
    no_tie: form.no_tie,
  };
}

export function starsOf(rating: Record<Criterion, number>): [Criterion, number][] {
  return wordsOf("RatingCriterion").map((criterion) => [criterion, rating[criterion]]);
}
