import type { Schemas } from "~/api/client";
import { years } from "~/lib/figures";
import type { Filter } from "~/ui/filter-bar";
import { label, words, wordsOf } from "~/words/words";
import type { FiguresSearch } from "./search";
import { bestPeriod, periodsOf } from "./tables";

const text = words.figures.filter;

/** Years, period and series of a release; the years fall away where the series has no table. */
export function figureFilters(
  release: Schemas["Release"],
  shown: { by: Schemas["Dimension"]; series: Schemas["Series"]; period: Schemas["Period"] },
  table: Schemas["Table"] | undefined,
  { from, to }: FiguresSearch,
  set: (change: FiguresSearch) => void,
): Filter[] {
  const { by, series, period } = shown;
  const range: Filter[] =
    table === undefined
      ? []
      : [
          {
            kind: "range",
            id: "years",
            label: text.years,
            always: true,
            options: years(table).map((year) => ({ value: year, label: year })),
            from,
            to,
            onChange: (low, high) => set({ from: low, to: high }),
          },
        ];
  return [
    ...range,
    {
      kind: "one",
      id: "period",
      label: text.period,
      always: true,
      options: periodsOf(release, by, series).map((value) => ({ value, label: words.figures.per[value] })),
      value: period,
      usual: bestPeriod(release, by, series),
      onChange: (value) => set({ period: wordsOf("Period").find((word) => word === value) }),
    },
    {
      kind: "one",
      id: "series",
      label: text.series,
      always: true,
      options: wordsOf("Series").map((value) => ({ value, label: label("Series", value) })),
      value: series,
      usual: "reported",
      onChange: (value) => set({ series: wordsOf("Series").find((word) => word === value) }),
    },
  ];
}
