/** A published table as a picture needs it: narrowed to a range, ordered, with totals that admit what they leave out. */
export interface FigureCell {
  value?: number | null;
  hidden: "no" | "small" | "complement";
}

export interface FigurePeriod {
  id: string;
  partial: boolean;
}

export interface FigureTable {
  periods: FigurePeriod[];
  rows: { word: string; cells: FigureCell[]; total: FigureCell }[];
  totals: FigureCell[];
  total: FigureCell;
}

/** A total; `atLeast` says that hidden cells are not in it. */
export interface Sum {
  value: number;
  atLeast: boolean;
}

export interface FigureRow {
  word: string;
  cells: FigureCell[];
  total: Sum;
}

export interface FigureView {
  periods: FigurePeriod[];
  rows: FigureRow[];
  totals: FigureCell[];
  total: Sum;
}

export function shown(cell: FigureCell | undefined): number | null {
  return cell === undefined || cell.hidden !== "no" ? null : (cell.value ?? null);
}

export function sum(cells: readonly FigureCell[]): Sum {
  return {
    value: cells.reduce((total, cell) => total + (shown(cell) ?? 0), 0),
    atLeast: cells.some((cell) => shown(cell) === null),
  };
}

function totalOf(published: FigureCell, cells: readonly FigureCell[]): Sum {
  const value = shown(published);
  return value === null ? { ...sum(cells), atLeast: true } : { value, atLeast: false };
}

function yearOf(period: FigurePeriod): string {
  return period.id.slice(0, 4);
}

/**
 * The table between two years, largest row first. A published total is kept where the whole range is shown, since it
 * was rounded once; over a part of the range the rounded cells are added up.
 */
export function view(table: FigureTable, from?: string, to?: string): FigureView {
  const inside = table.periods.map(
    (period) => (from === undefined || yearOf(period) >= from) && (to === undefined || yearOf(period) <= to),
  );
  const whole = inside.every(Boolean);
  const narrow = (cells: FigureCell[]) => cells.filter((_, at) => inside[at] === true);
  const total = (published: FigureCell, cells: FigureCell[]) =>
    whole ? totalOf(published, cells) : sum(narrow(cells));
  return {
    periods: table.periods.filter((_, at) => inside[at] === true),
    rows: table.rows
      .map((row) => ({ word: row.word, cells: narrow(row.cells), total: total(row.total, row.cells) }))
      .sort((a, b) => b.total.value - a.total.value),
    totals: narrow(table.totals),
    total: total(table.total, table.totals),
  };
}

/** The years a table covers, in order. */
export function years(table: FigureTable): string[] {
  return [...new Set(table.periods.map(yearOf))];
}

export function hiddenShare(table: FigureTable): number {
  const cells = table.rows.flatMap((row) => row.cells);
  return cells.length === 0 ? 0 : cells.filter((cell) => shown(cell) === null).length / cells.length;
}

/** Where the last whole year stands among the periods of a table by year. */
export function lastWhole(table: FigureTable): number {
  return table.periods.findLastIndex((period) => !period.partial);
}
