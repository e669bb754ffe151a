import type { Schemas } from "~/api/client";
import { manyOf, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export interface ApplicationsSearch {
  status?: Schemas["ApplicationStatus"][] | undefined;
  cursor?: string | undefined;
}

export function applicationsSearch(search: Record<string, unknown>): ApplicationsSearch {
  return {
    status: manyOf(wordsOf("ApplicationStatus"), search["status"]),
    cursor: text(search["cursor"]),
  };
}
