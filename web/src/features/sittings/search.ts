import type { Schemas } from "~/api/client";
import { manyOf, matching, oneOf, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export interface SittingsSearch {
  kind?: Schemas["SittingKind"][] | undefined;
  when?: "past" | undefined;
  free?: "true" | undefined;
  country?: string | undefined;
  cursor?: string | undefined;
}

export function sittingsSearch(search: Record<string, unknown>): SittingsSearch {
  return {
    kind: manyOf(wordsOf("SittingKind"), search["kind"]),
    when: oneOf(["past"] as const, search["when"]),
    free: oneOf(["true"] as const, search["free"]),
    country: matching(/^[A-Z]{2}$/, search["country"]),
    cursor: text(search["cursor"]),
  };
}
