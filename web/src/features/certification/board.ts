/** The board: which column an application stands in, and in which order. */
import type { Schemas } from "~/api/client";
import { daysLater } from "~/lib/day-count";

export type Entry = Schemas["CertificationApplicationEntry"];

export const columns = ["submitted", "in_review", "asked", "appealed", "decided"] as const;
export type ColumnName = (typeof columns)[number];

/** For so many days a decision stays on the board. */
const lately = 30;

function columnOf({ stage, changed_at: at }: Entry, today: string): ColumnName | null {
  switch (stage) {
    case "submitted":
    case "in_review":
    case "asked":
    case "appealed":
      return stage;
    case "granted":
    case "refused":
    case "refusal_upheld":
      return at.slice(0, 10) >= daysLater(today, -lately) ? "decided" : null;
    case "draft":
    case "withdrawn":
      return null;
  }
}

/** What is due first stands first; what was decided last stands first. */
function inOrder(column: ColumnName, a: Entry, b: Entry): number {
  if (column === "decided") return b.changed_at.localeCompare(a.changed_at);
  return (
    (a.days_left ?? Infinity) - (b.days_left ?? Infinity) || a.changed_at.localeCompare(b.changed_at) || 0
  );
}

export function grouped(
  entries: readonly Entry[],
  today: string,
): { column: ColumnName; entries: readonly Entry[] }[] {
  return columns.map((column) => ({
    column,
    entries: entries
      .filter((entry) => columnOf(entry, today) === column)
      .sort((a, b) => inOrder(column, a, b)),
  }));
}

export function lateOnes(entries: readonly Entry[]): number {
  return entries.filter(({ days_left: left }) => typeof left === "number" && left < 0).length;
}
