import { daysBetween } from "~/lib/day-count";

/** From when somebody can be engaged, as one says it. */
export type Availability =
  { kind: "unsaid" } | { kind: "today" } | { kind: "in"; days: number } | { kind: "from"; day: string };

/** Further ahead the day is easier to read than their number. */
const countable = 60;

export function availability(from: string | null | undefined, today: string): Availability {
  if (from === null || from === undefined) return { kind: "unsaid" };
  const days = daysBetween(today, from);
  if (days === null) return { kind: "unsaid" };
  if (days <= 0) return { kind: "today" };
  return days <= countable ? { kind: "in", days } : { kind: "from", day: from };
}

/** Within how many days an end is worth a word. */
const soon = 60;

/** Days until the first of these certificates ends, if that is soon. */
export function endsSoon(lastDays: readonly string[], today: string): number | null {
  const left = lastDays
    .map((day) => daysBetween(today, day))
    .filter((days) => days !== null)
    .filter((days) => days >= 0 && days <= soon);
  return left.length === 0 ? null : Math.min(...left);
}
