import type { Schemas } from "~/api/client";
import { oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

/** What the form holds: all text, as controls have it. */
export interface SittingForm {
  kind: string;
  title: string;
  about: string;
  /** Scheme and requirement, joined by a slash; none when empty. */
  meets: string;
  time_zone: string;
  starts_local: string;
  ends_local: string;
  book_until_local: string;
  port: string;
  place: string;
  online_url: string;
  seats: string;
  agenda: string;
  minutes: string;
  outcomes: string;
}

export const sittingFields = [
  "kind",
  "title",
  "about",
  "scheme",
  "requirement",
  "time_zone",
  "starts_local",
  "ends_local",
  "book_until_local",
  "port",
  "place",
  "online_url",
  "seats",
  "agenda",
  "minutes",
  "outcomes",
];

/** A control for date and time shows minutes. */
function minutes(local: string): string {
  return local.slice(0, 16);
}

export function formOf(sitting: Schemas["Sitting"] | undefined, zone: string): SittingForm {
  const met = sitting?.requirement;
  return {
    kind: sitting?.kind ?? "exam",
    title: sitting?.title ?? "",
    about: sitting?.about ?? "",
    meets: met === null || met === undefined ? "" : `${met.scheme}/${met.code}`,
    time_zone: sitting?.time_zone ?? zone,
    starts_local: minutes(sitting?.starts_local ?? ""),
    ends_local: minutes(sitting?.ends_local ?? ""),
    book_until_local: minutes(sitting?.book_until_local ?? ""),
    port: sitting?.port?.code ?? "",
    place: sitting?.place ?? "",
    online_url: sitting?.online_url ?? "",
    seats: String(sitting?.seats ?? ""),
    agenda: sitting?.agenda ?? "",
    minutes: sitting?.minutes ?? "",
    outcomes: sitting?.outcomes ?? "",
  };
}

function some(typed: string): string | null {
  const said = typed.trim();
  return said === "" ? null : said;
}

function moment(typed: string): string {
  return typed.length === 16 ? `${typed}:00` : typed;
}

/** What leaves; fields that the kind has no use for are left out. */
export function draftOf(typed: SittingForm): Schemas["SittingDraft"] {
  const kind = oneOf(wordsOf("SittingKind"), typed.kind) ?? "exam";
  const workshop = kind === "workshop";
  const [scheme, requirement] = workshop ? [] : typed.meets.split("/");
  const until = some(typed.book_until_local);
  return {
    kind,
    title: typed.title.trim(),
    about: some(typed.about),
    scheme: some(scheme ?? ""),
    requirement: some(requirement ?? ""),
    time_zone: typed.time_zone.trim(),
    starts_local: moment(typed.starts_local),
    ends_local: moment(typed.ends_local),
    book_until_local: until === null ? null : moment(until),
    port: some(typed.port),
    place: some(typed.place),
    online_url: some(typed.online_url),
    seats: Number(typed.seats),
    agenda: workshop ? some(typed.agenda) : null,
    minutes: workshop ? some(typed.minutes) : null,
    outcomes: workshop ? some(typed.outcomes) : null,
  };
}
