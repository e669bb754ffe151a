/** How many days are left, in words that also say when there are none. */
import { words } from "~/words/words";

const text = words.certification.days;

export function daysInWords(left: number): string {
  if (left === 0) return text.today;
  return left < 0 ? text.late(-left) : text.left(left);
}

/** The first day on which a referee may be written to again. */
export function remindedFrom(last: string | null | undefined, patience = 3): string | null {
  if (last === null || last === undefined) return null;
  return new Date(Date.parse(last) + patience * 86_400_000).toISOString();
}
