import type { Schemas } from "~/api/client";
import { manyOf, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export interface RatingsSearch {
  status?: Schemas["ReviewStatus"][] | undefined;
  answer?: Schemas["ReviewStatus"][] | undefined;
  cursor?: string | undefined;
}

export function ratingsSearch(search: Record<string, unknown>): RatingsSearch {
  return {
    status: manyOf(wordsOf("ReviewStatus"), search["status"]),
    answer: manyOf(wordsOf("ReviewStatus"), search["answer"]),
    cursor: text(search["cursor"]),
  };
}

/** Whom a rating is about. */
export interface NewRatingSearch {
  consultant?: string | undefined;
  supplier?: string | undefined;
}

export function newRatingSearch(search: Record<string, unknown>): NewRatingSearch {
  return { consultant: text(search["consultant"]), supplier: text(search["supplier"]) };
}
