import type { Schemas } from "~/api/client";
import { manyOf, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export interface AdvisoriesSearch {
  status?: Schemas["AdvisoryStatus"][] | undefined;
  severity?: Schemas["Severity"][] | undefined;
  kind?: Schemas["IncidentKind"][] | undefined;
  cursor?: string | undefined;
}

export function advisoriesSearch(search: Record<string, unknown>): AdvisoriesSearch {
  return {
    status: manyOf(wordsOf("AdvisoryStatus"), search["status"]),
    severity: manyOf(wordsOf("Severity"), search["severity"]),
    kind: manyOf(wordsOf("IncidentKind"), search["kind"]),
    cursor: text(search["cursor"]),
  };
}
