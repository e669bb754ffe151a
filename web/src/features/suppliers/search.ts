import type { Schemas } from "~/api/client";
import { manyOf, matching, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export interface SuppliersSearch {
  q?: string | undefined;
  domain?: Schemas["WorkDomain"][] | undefined;
  country?: string | undefined;
  cursor?: string | undefined;
}

export function suppliersSearch(search: Record<string, unknown>): SuppliersSearch {
  return {
    q: text(search["q"])?.slice(0, 100),
    domain: manyOf(wordsOf("WorkDomain"), search["domain"]),
    country: matching(/^[A-Z]{2}$/, search["country"]),
    cursor: text(search["cursor"]),
  };
}
