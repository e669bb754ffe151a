import type { Schemas } from "~/api/client";
import { manyOf, matching, oneOf, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

/** The orders the API offers; none of them tells when somebody reported. */
export const sorts = ["-recorded_month", "recorded_month"] as const;

export interface IncidentsSearch {
  status?: Schemas["IncidentStatus"][] | undefined;
  kind?: Schemas["IncidentKind"][] | undefined;
  severity?: Schemas["Severity"][] | undefined;
  verification?: Schemas["VerificationLevel"][] | undefined;
  victim_type?: Schemas["VictimType"][] | undefined;
  sea_region?: Schemas["SeaRegion"][] | undefined;
  system?: Schemas["System"][] | undefined;
  track?: Schemas["Track"][] | undefined;
  series?: Schemas["Series"][] | undefined;
  month_gte?: string | undefined;
  month_lte?: string | undefined;
  q?: string | undefined;
  sort?: (typeof sorts)[number] | undefined;
  cursor?: string | undefined;
  columns?: string[] | undefined;
}

const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;

export function incidentsSearch(search: Record<string, unknown>): IncidentsSearch {
  return {
    status: manyOf(wordsOf("IncidentStatus"), search["status"]),
    kind: manyOf(wordsOf("IncidentKind"), search["kind"]),
    severity: manyOf(wordsOf("Severity"), search["severity"]),
    verification: manyOf(wordsOf("VerificationLevel"), search["verification"]),
    victim_type: manyOf(wordsOf("VictimType"), search["victim_type"]),
    sea_region: manyOf(wordsOf("SeaRegion"), search["sea_region"]),
    system: manyOf(wordsOf("System"), search["system"]),
    track: manyOf(wordsOf("Track"), search["track"]),
    series: manyOf(wordsOf("Series"), search["series"]),
    month_gte: matching(month, search["month_gte"]),
    month_lte: matching(month, search["month_lte"]),
    q: text(search["q"]),
    sort: oneOf(sorts, search["sort"]),
    cursor: text(search["cursor"]),
    columns: columns(search["columns"]),
  };
}

function columns(value: unknown): string[] | undefined {
  const asked = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : [];
  const names = asked.filter((name) => typeof name === "string").filter((name) => /^[a-z_]+$/.test(name));
  return names.length === 0 ? undefined : names;
}

/** The filter as the API takes it: the same words, lists joined by commas, nothing of the page's own. */
export function asFilter({ cursor, columns, ...filter }: IncidentsSearch): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => {
      const text = Array.isArray(value) ? value.join(",") : value;
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
