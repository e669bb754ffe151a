/** Months and days as people say them; never a minute. */
import { afterWords } from "./after-words";
import { words } from "./words";

const { mailbox: say } = afterWords;

function format(options: Intl.DateTimeFormatOptions, date: Date): string {
  return new Intl.DateTimeFormat(words.locale, { timeZone: "UTC", ...options }).format(date);
}

/** `2026-11` as “November 2026”. */
export function monthName(month: string): string {
  return format({ month: "long", year: "numeric" }, new Date(`${month}-01T00:00:00Z`));
}

function dayPart(hour: number): string {
  if (hour < 6) return say.dayPart.night;
  if (hour < 12) return say.dayPart.morning;
  return hour < 18 ? say.dayPart.afternoon : say.dayPart.evening;
}

export function dayName(at: string): string {
  return format({ day: "numeric", month: "short" }, new Date(at));
}

export function dayAndPart(at: string): string {
  return say.at(dayName(at), dayPart(new Date(at).getUTCHours()));
}
