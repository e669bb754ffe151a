import type { Schemas } from "~/api/client";
import { languageCodes } from "~/lib/languages";
import { oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

/** What help is needed with, and in which language. */
export interface RotaSearch {
  domain?: Schemas["WorkDomain"] | undefined;
  language?: string | undefined;
}

export function rotaSearch(search: Record<string, unknown>): RotaSearch {
  return {
    domain: oneOf(wordsOf("WorkDomain"), search["domain"]),
    language: oneOf(languageCodes, search["language"]),
  };
}
