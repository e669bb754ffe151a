/** An answer in words and marks, wherever it came from: a code that was checked here, or the register. */
import type { Answer, Certified } from "./decide";
import type { Found, Registered, Registration } from "./register";
import { ageOf, dayOf, whenOf } from "./when";
import { words } from "./words";

export type Sign = "tick" | "clock" | "bars" | "cross" | "late" | "early" | "square" | "gap";
export type Tone = "minor" | "major" | "critical" | "low";

/** What a certificate says, as it is drawn. */
export interface Plate {
  readonly number: string;
  readonly name: string;
  readonly firm: string | null;
  readonly discipline: string;
  readonly level: string;
  readonly scheme: string;
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly demo: boolean;
}

export type Act =
  | { readonly kind: "list" | "desk" | "again" }
  | { readonly kind: "record" | "meant"; readonly number: string };

export interface Shown {
  readonly sign: Sign;
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
  readonly small: readonly string[];
  readonly plate?: Plate;
  readonly acts: readonly Act[];
}

const say = words.answer;

const LOOKS = {
  valid: ["tick", "minor"],
  last_seen: ["clock", "major"],
  never_checked: ["clock", "major"],
  suspended: ["bars", "critical"],
  revoked: ["cross", "critical"],
  given_back: ["cross", "critical"],
  lapsed: ["late", "major"],
  not_yet: ["early", "low"],
  tampered: ["cross", "critical"],
  not_issued: ["square", "low"],
  unreadable: ["square", "low"],
  unknown_key: ["clock", "major"],
  no_keys: ["clock", "major"],
  no_line: ["gap", "low"],
  busy: ["gap", "low"],
} as const;

function look(kind: keyof typeof LOOKS): Pick<Shown, "sign" | "tone"> {
  const [sign, tone] = LOOKS[kind];
  return { sign, tone };
}

const desk: Act = { kind: "desk" };

/** What the dates and lists say of a certificate that we signed. */
function told(found: Certified): Pick<Shown, "title" | "text" | "small"> {
  const { statement, asOf, now } = found;
  const age = asOf === null ? "" : ageOf(asOf, now);
  const day = (text: string) => words.when.day(text);
  switch (found.kind) {
    case "valid":
      return { ...say.valid, small: found.live ? [] : [words.list.later] };
    case "last_seen":
      return { ...say.last_seen, text: say.last_seen.text(age), small: [say.last_seen.small] };
    case "never_checked":
      return { ...say.never_checked, small: [say.never_checked.small] };
    case "suspended": {
      const { title, text } = say.suspended;
      return { title, text, small: found.stale && asOf !== null ? [say.suspended.stale(age)] : [] };
    }
    case "revoked":
      return { title: say.revoked.either, text: say.revoked.text, small: [] };
    case "lapsed":
      return { title: say.lapsed.title, text: say.lapsed.text(day(statement.to)), small: [say.lapsed.small] };
    case "not_yet":
      return { title: say.not_yet.title, text: say.not_yet.text(day(statement.from)), small: [] };
  }
}

function asOfLine({ asOf, now, live }: Certified): string {
  if (asOf === null) return words.list.none;
  return live ? words.list.live(whenOf(asOf, now)) : words.list.copy(whenOf(asOf, now));
}

function clockLine({ clockOff, asOf }: Certified, clock: number): string {
  const day = dayOf(clock);
  return clockOff && asOf !== null ? words.clockOff(day, dayOf(asOf)) : words.clock(day);
}

function shownCertified(found: Certified, clock: number): Shown {
  const { statement } = found;
  const fetches: Act[] =
    found.kind === "last_seen" || found.kind === "never_checked" ? [{ kind: "list" }] : [];
  const { small, ...rest } = told(found);
  return {
    ...look(found.kind),
    ...rest,
    small: [asOfLine(found), ...small, clockLine(found, clock)],
    plate: statement,
    acts: [...fetches, { kind: "record", number: statement.number }],
  };
}

export function shownOfCode(answer: Answer, clock: number): Shown {
  if ("statement" in answer) return shownCertified(answer, clock);
  switch (answer.kind) {
    case "unreadable":
      return { ...look(answer.kind), ...say.unreadable, small: [], acts: [] };
    case "tampered":
      return { ...look(answer.kind), ...say.tampered, small: [say.tampered.small], acts: [desk] };
    case "not_issued":
      return { ...look(answer.kind), ...say.not_issued, small: [], acts: [desk] };
    case "no_keys":
      return { ...look(answer.kind), ...say.no_keys, small: [], acts: [{ kind: "list" }] };
    case "unknown_key": {
      const { title, text } = say.unknown_key;
      return {
        ...look(answer.kind),
        title,
        text: text(dayOf(answer.keysAsOf)),
        small: [],
        acts: [{ kind: "list" }],
      };
    }
  }
}

/** Nobody means a certificate of a year to come, unless the device's clock is wrong. */
function likely(meant: readonly string[], clock: number): readonly string[] {
  const year = new Date(clock).getUTCFullYear();
  const past = meant.filter((number) => Number(/-(\d{4})-/.exec(number)?.[1]) <= year);
  return past.length > 0 ? past : meant;
}

/** A number whose check digit does not fit: told without a line. */
export function shownOfTypo(number: string, all: readonly string[], clock: number): Shown {
  const meant = likely(all, clock);
  const start = number.slice(0, number.lastIndexOf("-") + 1);
  const short = meant.map((other) => (other.startsWith(start) ? other.slice(start.length) : other));
  return {
    ...look("not_issued"),
    ...say.not_issued,
    small: [say.not_issued.check(number, words.or(short))],
    acts: meant.map((other) => ({ kind: "meant", number: other })),
  };
}

function recordText(
  kind: Exclude<Found["kind"], "unknown" | "no_line" | "busy">,
  record: Registered,
): string {
  const since = words.when.day(record.since ?? record.to);
  switch (kind) {
    case "valid":
      return say.valid.text;
    case "suspended":
      return say.suspended.since(since);
    case "revoked":
      return record.since !== null && record.since <= record.from
        ? say.revoked.fromStart(since)
        : say.revoked.since(since);
    case "given_back":
      return say.given_back.since(since);
    case "lapsed":
      return say.lapsed.text(words.when.day(record.to));
    case "not_yet":
      return say.not_yet.text(words.when.day(record.from));
  }
}

function shownRecord({ kind, record, asOf }: Registration): Shown {
  const note = record.note === null || kind === "valid" ? [] : [record.note];
  return {
    ...look(kind),
    title: say[kind].title,
    text: recordText(kind, record),
    small: [...note, words.register(words.when.moment(asOf))],
    plate: { ...record, firm: null },
    acts: [],
  };
}

export function shownOfNumber(number: string, found: Found): Shown {
  if ("record" in found) return shownRecord(found);
  switch (found.kind) {
    case "no_line":
      return { ...look("no_line"), ...say.no_line, small: [], acts: [{ kind: "again" }] };
    case "busy": {
      const { title, text } = say.busy;
      return { ...look("busy"), title, text: text(found.status), small: [], acts: [{ kind: "again" }] };
    }
    case "unknown":
      return {
        ...look("not_issued"),
        ...say.not_issued,
        small: [say.not_issued.unknown(number), words.register(words.when.moment(found.asOf))],
        acts: [desk],
      };
  }
}
