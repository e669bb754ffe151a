/** Moments as people at a gangway read them. All are UTC. */
import { words } from "./words";

const HOUR = 3_600_000;

function iso(at: number): string {
  return new Date(at).toISOString();
}

export function dayOf(at: number): string {
  return words.when.day(iso(at));
}

/** “today, 06:00 UTC”, or with the day. */
export function whenOf(at: number, now: number): string {
  const today = iso(at).slice(0, 10) === iso(now).slice(0, 10);
  return today ? words.when.today(words.when.clock(iso(at))) : words.when.moment(iso(at));
}

export function ageOf(at: number, now: number): string {
  return words.age(Math.floor((now - at) / HOUR));
}
