import { manyOf } from "~/lib/search-params";
import type { Filter } from "~/ui/filter-bar";
import { options, words, wordsOf, type VocabularyName, type WordOf } from "~/words/words";
import { recentMonths } from "~/lib/recent-months";
import type { IncidentsSearch } from "./search";

const text = words.incidents;

function many<V extends VocabularyName>(
  id: string,
  label: string,
  vocabulary: V,
  value: readonly WordOf<V>[] | undefined,
  onChange: (value: WordOf<V>[] | undefined) => void,
  always = false,
): Filter {
  return {
    kind: "many",
    id,
    label,
    always,
    options: options(vocabulary),
    value,
    onChange: (chosen) => onChange(manyOf(wordsOf(vocabulary), chosen)),
  };
}

export function incidentFilters(search: IncidentsSearch, set: (change: IncidentsSearch) => void): Filter[] {
  const { columns, filters } = text;
  return [
    {
      kind: "text",
      id: "q",
      label: filters.text,
      always: true,
      value: search.q,
      onChange: (q) => set({ q }),
    },
    many("status", columns.status, "IncidentStatus", search.status, (status) => set({ status }), true),
    many("severity", columns.severity, "Severity", search.severity, (severity) => set({ severity }), true),
    many("kind", columns.kind, "IncidentKind", search.kind, (kind) => set({ kind })),
    many("victim_type", columns.victim, "VictimType", search.victim_type, (victim_type) =>
      set({ victim_type }),
    ),
    many("sea_region", columns.region, "SeaRegion", search.sea_region, (sea_region) => set({ sea_region })),
    many("system", filters.system, "System", search.system, (system) => set({ system })),
    many("verification", columns.verified, "VerificationLevel", search.verification, (verification) =>
      set({ verification }),
    ),
    many("track", columns.track, "Track", search.track, (track) => set({ track })),
    many("series", filters.series, "Series", search.series, (series) => set({ series })),
    {
      kind: "range",
      id: "month",
      label: columns.recorded,
      options: recentMonths(new Date()).map((value) => ({ value, label: words.format.month(value) })),
      from: search.month_gte,
      to: search.month_lte,
      onChange: (month_gte, month_lte) => set({ month_gte, month_lte }),
    },
  ];
}
