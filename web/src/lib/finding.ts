import { shown, type FigureView } from "./figures";

/** The one change a chart's title should name. */
export type Finding =
  | { change: "grew" | "fell"; word: string; before: number; after: number; from: string; to: string }
  | { change: "level"; from: string; to: string };

/** Two counts differ noticeably when they are further apart than chance alone would put them, about 19 times in 20. */
function differ(before: number, after: number): boolean {
  return Math.abs(after - before) > 2 * Math.sqrt(before + after);
}

function windowSum(cells: FigureView["rows"][number]["cells"], start: number, length: number): number | null {
  const values = cells.slice(start, start + length).map(shown);
  return values.some((value) => value === null)
    ? null
    : values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/**
 * Compares the last whole period, or the last whole year of months or quarters, with the one before.
 * Rows with a hidden cell in either are passed over: a difference with a hidden part says nothing.
 */
export function finding(figure: FigureView, periodsPerYear: number): Finding | null {
  const end = figure.periods.findLastIndex((period) => !period.partial) + 1;
  const start = end - periodsPerYear;
  const earlier = start - periodsPerYear;
  const from = figure.periods[earlier];
  const to = figure.periods[start];
  if (from === undefined || to === undefined || earlier < 0) return null;
  const changes = figure.rows.flatMap((row) => {
    const before = windowSum(row.cells, earlier, periodsPerYear);
    const after = windowSum(row.cells, start, periodsPerYear);
    return before === null || after === null ? [] : [{ word: row.word, before, after }];
  });
  const largest = changes
    .filter(({ before, after }) => differ(before, after))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))[0];
  if (largest === undefined) return { change: "level", from: from.id, to: to.id };
  return { change: largest.after > largest.before ? "grew" : "fell", ...largest, from: from.id, to: to.id };
}
