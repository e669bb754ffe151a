/** What the coded facts most likely are, from a reporter's answers. The analyst has the last word on each. */
import type { Schemas } from "~/api/client";
import type { Answers, When } from "~/lib/sealed/answers";
import type { WhatHappened } from "~/lib/sealed/vocabulary";

type Precision = Schemas["OccurredPrecision"];

/** As the domain suggests it. */
export const suggestedKind = {
  screen_locked: "locked_or_wiped",
  position_wrong: "position_or_time_wrong",
  false_message: "false_message",
  infected_device: "infected_device",
  system_down: "system_down",
  intruder: "intrusion",
  nearly: "other",
  other: "other",
} satisfies Record<WhatHappened, Schemas["IncidentKind"]>;

export function suggestedCertainty({ what, certainty }: Answers): Schemas["SecurityIncident"] {
  return certainty ?? (what === "nearly" ? "near_miss" : "suspected");
}

const dangerous: ReadonlySet<string> = new Set(["navigation", "propulsion"]);

/** A first order for the queue, not a judgement: a call for help and what moves the ship come before the rest. */
export function suggestedSeverity(answers: Answers): Schemas["Severity"] {
  if (answers.help === true) return "major";
  if (answers.what === "nearly") return "low";
  const hit = answers.services ?? [];
  if (hit.some(({ service, state }) => dangerous.has(service) && state === "down")) return "major";
  const running = hit.some(({ state }) => state !== "restored");
  if (answers.what === "screen_locked" || answers.what === "position_wrong" || running) return "moderate";
  return answers.what === "other" ? "unknown" : "minor";
}

export function suggestedVictim({ victim_type, vessel_type, where }: Answers): Schemas["VictimType"] | "" {
  if (victim_type !== undefined) return victim_type;
  if (vessel_type !== undefined || where === "at_sea") return "vessel";
  return where === "ashore" ? "shore_office" : "";
}

export interface Occurred {
  readonly on: string;
  readonly precision: Precision;
}

const dayMs = 86_400_000;

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The first day of the period that a day lies in: a finer day must not stand behind a coarse one. */
export function snapped(day: string, precision: Precision): string {
  const date = utc(day);
  if (Number.isNaN(date.getTime())) return day;
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (precision) {
    case "day":
      return day;
    case "week":
      return dayOf(new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * dayMs));
    case "month":
      return dayOf(new Date(Date.UTC(year, month, 1)));
    case "quarter":
      return dayOf(new Date(Date.UTC(year, month - (month % 3), 1)));
    case "year":
      return dayOf(new Date(Date.UTC(year, 0, 1)));
  }
}

/** When it happened, never finer than a week unless an analyst makes it so. */
export function suggestedTime(when: When, sealedAt: string): Occurred {
  const sealed = new Date(sealedAt);
  const sealedDay = dayOf(sealed);
  const at = (day: string, precision: Precision): Occurred => ({ on: snapped(day, precision), precision });
  switch (when.choice) {
    case "date":
      return at(when.date ?? sealedDay, "week");
    case "now":
    case "today":
    case "this_week":
      return at(sealedDay, "week");
    case "last_week":
      return at(dayOf(new Date(sealed.getTime() - 7 * dayMs)), "week");
    case "this_month":
      return at(sealedDay, "month");
    case "earlier":
      return at(dayOf(new Date(Date.UTC(sealed.getUTCFullYear(), sealed.getUTCMonth() - 1, 1))), "year");
  }
}

/** How long it waited; the server is told no more than this. */
export function ageBand(sealedAt: string, now: Date): Schemas["AgeBand"] {
  const days = (now.getTime() - Date.parse(sealedAt)) / dayMs;
  if (days <= 1) return "1d";
  if (days <= 3) return "3d";
  return days <= 7 ? "7d" : "later";
}
