import type { Schemas } from "~/api/client";
import { manyOf, matching, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export interface DirectorySearch {
  q?: string | undefined;
  kind?: Schemas["OrganisationKind"][] | undefined;
  partner_as?: Schemas["Partnership"][] | undefined;
  country?: string | undefined;
  cursor?: string | undefined;
}

export function directorySearch(search: Record<string, unknown>): DirectorySearch {
  return {
    q: text(search["q"])?.slice(0, 100),
    kind: manyOf(wordsOf("OrganisationKind"), search["kind"]),
    partner_as: manyOf(wordsOf("Partnership"), search["partner_as"]),
    country: matching(/^[A-Z]{2}$/, search["country"]),
    cursor: text(search["cursor"]),
  };
}

/** Of an organisation's people: which page, with those who left or without, and whose membership is open. */
export interface PeopleSearch {
  person?: string | undefined;
  left?: "true" | undefined;
  cursor?: string | undefined;
}

export function peopleSearch(search: Record<string, unknown>): PeopleSearch {
  return {
    person: matching(/^[0-9a-f-]{36}$/, search["person"]),
    left: search["left"] === "true" ? "true" : undefined,
    cursor: text(search["cursor"]),
  };
}
