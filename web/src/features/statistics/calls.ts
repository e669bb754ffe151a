/** A chart as the call that gives its numbers again. */
import type { Schemas } from "~/api/client";
import { apiCall } from "~/lib/api-call";
import { stringifySearch } from "~/lib/search-params";
import { words } from "~/words/words";

type Release = Pick<Schemas["Release"], "id">;
type Table = Pick<Schemas["Table"], "dimension" | "period" | "series">;

/** A release gives whole tables: years that were chosen stand above the call as a note. */
export function releaseCall(release: Release, table: Table, from?: string, to?: string): string {
  const query = stringifySearch({ by: table.dimension, period: table.period, series: table.series });
  const call = apiCall(`/api/v1/statistics/releases/${release.id}${query}`, "application/json", false);
  const { years, callNote } = words.figures;
  return from === undefined && to === undefined ? call : `# ${callNote(years(from, to))}\n${call}`;
}
