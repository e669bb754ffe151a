/** The answer of a check without a line: from the signature, the days and the two lists. Nothing else is asked. */
import type { Opened } from "./signed";
import { readStatement, type Statement } from "./statement";
import { isSet, type StatusList } from "./status-list";

export interface Lists {
  readonly revocation: StatusList | null;
  readonly suspension: StatusList | null;
  /** They came over the line for this check. */
  readonly live: boolean;
}

export interface Keys {
  /** When they were fetched. */
  readonly asOf: number;
  /** Fetched by this page while it was open, so that a key that is not among them is none. */
  readonly live: boolean;
}

/** What was found about a certificate that we signed. */
export const STANDINGS = [
  "valid",
  "last_seen",
  "never_checked",
  "suspended",
  "revoked",
  "lapsed",
  "not_yet",
] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Certified {
  readonly kind: Standing;
  readonly statement: Statement;
  /** When the older of the two lists was signed; null where one was never loaded. */
  readonly asOf: number | null;
  /** The lists are older than they may be relied on. */
  readonly stale: boolean;
  readonly now: number;
  readonly live: boolean;
  /** The device's clock disagrees with a signature: behind it, or long after one that has just come. */
  readonly clockOff: boolean;
}

export type Answer =
  | Certified
  | { readonly kind: "unreadable" | "tampered" | "not_issued" | "no_keys" }
  | { readonly kind: "unknown_key"; readonly keysAsOf: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function standing(
  statement: Statement,
  { revocation, suspension }: Lists,
  now: number,
  stale: boolean,
): Standing {
  const set = (list: StatusList | null) => (list === null ? null : isSet(list, statement.index));
  const [revoked, suspended] = [set(revocation), set(suspension)];
  // For good is for good, however old the list.
  if (revoked === true) return "revoked";
  if (now >= Date.parse(statement.to) + DAY) return "lapsed";
  if (now < Date.parse(statement.from)) return "not_yet";
  if (suspended === true) return "suspended";
  // An entry beyond the end of a list is not told by it.
  if (revoked === null || suspended === null) return "never_checked";
  return stale ? "last_seen" : "valid";
}

export function certified(statement: Statement, lists: Lists, clock: number): Certified {
  const all = [lists.revocation, lists.suspension].filter((list) => list !== null);
  const newest = Math.max(...all.map(({ from }) => from));
  // A clock cannot be right that is before the day of something signed.
  const now = Math.max(clock, newest);
  const stale = all.some(({ until }) => now > until);
  const asOf = all.length === 2 ? Math.min(...all.map(({ from }) => from)) : null;
  const kind = standing(statement, lists, now, stale);
  const clockOff = newest - clock > HOUR || (lists.live && stale);
  return { kind, statement, asOf, stale, now, live: lists.live, clockOff };
}

export function decide(opened: Opened, keys: Keys | null, lists: Lists, clock: number): Answer {
  switch (opened.kind) {
    case "unreadable":
      return { kind: "unreadable" };
    case "foreign":
      if (keys === null) return { kind: "no_keys" };
      return keys.live ? { kind: "not_issued" } : { kind: "unknown_key", keysAsOf: keys.asOf };
    case "tampered":
      return { kind: "tampered" };
    case "signed": {
      const statement = readStatement(opened.payload);
      return statement === null ? { kind: "not_issued" } : certified(statement, lists, clock);
    }
  }
}
