/** Finding tables in a release, and naming what is in them. */
import type { Schemas } from "~/api/client";
import { hiddenShare, shown, view, type FigureView } from "~/lib/figures";
import type { NamedSum } from "~/ui/charts/ordered-bars";
import type { NamedPeriod, NamedRow } from "~/ui/charts/small-multiples";
import { label, words, type VocabularyName } from "~/words/words";

type Table = Schemas["Table"];
type Release = Schemas["Release"];
type Dimension = Schemas["Dimension"];
type Period = Schemas["Period"];
type Series = Schemas["Series"];

const vocabularies = {
  kind: "IncidentKind",
  victim_type: "VictimType",
  sea_region: "SeaRegion",
  system: "System",
  severity: "Severity",
  verification: "VerificationLevel",
} satisfies Record<Dimension, VocabularyName>;

export const periodsPerYear = { month: 12, quarter: 4, year: 1 } satisfies Record<Period, number>;

const finestFirst: readonly Period[] = ["month", "quarter", "year"];
const mostHidden = 0.34;
const fewest = 20;

export function wordLabel(dimension: Dimension, word: string): string {
  const named = label(vocabularies[dimension], word);
  if (named !== word) return named;
  return word === "unknown" ? words.figures.notSaid : label("SystemGroup", word);
}

export function tableOf(
  release: Release,
  dimension: Dimension,
  period: Period,
  series: Series,
): Table | undefined {
  return release.tables.find(
    (table) => table.dimension === dimension && table.period === period && table.series === series,
  );
}

export function periodsOf(release: Release, dimension: Dimension, series: Series): Period[] {
  return finestFirst.filter((period) => tableOf(release, dimension, period, series) !== undefined);
}

function readable(table: Table): boolean {
  const counted = table.totals.map(shown).filter((value) => value !== null);
  const mean = counted.reduce((total, value) => total + value, 0) / Math.max(counted.length, 1);
  return hiddenShare(table) <= mostHidden && mean >= fewest;
}

/** The finest period that is mostly shown and not mostly noise; else the coarsest. */
export function bestPeriod(release: Release, dimension: Dimension, series: Series): Period {
  const offered = periodsOf(release, dimension, series);
  const fits = offered.find((period) => {
    const table = tableOf(release, dimension, period, series);
    return table !== undefined && readable(table);
  });
  return fits ?? offered.at(-1) ?? "year";
}

export function namedPeriods(figure: FigureView): NamedPeriod[] {
  return figure.periods.map((period) => ({
    id: period.id,
    partial: period.partial,
    label: words.figures.periodLabel(period.id),
  }));
}

export function namedRows(dimension: Dimension, figure: FigureView): NamedRow[] {
  return figure.rows.map((row) => ({ ...row, label: wordLabel(dimension, row.word) }));
}

export function namedSums(dimension: Dimension, figure: FigureView): NamedSum[] {
  return figure.rows.map(({ word, total }) => ({ word, total, label: wordLabel(dimension, word) }));
}

/** One year of a table by year, as a view. */
export function oneYear(table: Table, year: string): FigureView {
  return view(table, year, year);
}
