/** A figure as files and texts one can take along. */
import type { Schemas } from "~/api/client";
import { csv } from "~/lib/csv";
import { shown, type FigureView } from "~/lib/figures";
import { words } from "~/words/words";
import { wordLabel } from "./tables";

type Table = Schemas["Table"];

/** Columns stay the same whatever is hidden: a hidden cell is empty, a lower bound is marked in its own column. */
export function figureCsv(table: Table, figure: FigureView): string {
  const head = [
    "word",
    "label",
    ...figure.periods.map((period) => period.id),
    "total",
    "total_is_lower_bound",
  ];
  const rows = figure.rows.map((row) => [
    row.word,
    wordLabel(table.dimension, row.word),
    ...row.cells.map(shown),
    row.total.value,
    row.total.atLeast ? "yes" : "no",
  ]);
  return csv([head, ...rows]);
}

export function figureNdjson(table: Table, figure: FigureView): string {
  const lines = figure.rows.flatMap((row) =>
    row.cells.map((cell, at) =>
      JSON.stringify({
        dimension: table.dimension,
        series: table.series,
        period: figure.periods[at]?.id,
        partial: figure.periods[at]?.partial,
        word: row.word,
        value: shown(cell),
        hidden: cell.hidden,
        as_of: table.as_of,
      }),
    ),
  );
  return `${lines.join("\n")}\n`;
}

export function fileName(table: Table): string {
  return `bellbuoy-incidents-by-${table.dimension}-${table.series}-${table.as_of.slice(0, 10)}`;
}

export function citation(table: Table): string {
  return words.figures.citation(
    words.figures.by[table.dimension],
    table.as_of,
    window.location.href,
    new Date().toISOString(),
  );
}
