/** What happened with a report and when, from what stands inside the seals. */
import { words } from "~/words/words";
import type { DeskCase } from "./case";
import { nextDuty } from "./duties";
import { visibleLog } from "./notes";

const text = words.desk.timeline;

export interface Moment {
  readonly key: string;
  /** As words: a moment, or a period as the reporter gave it. */
  readonly at: string;
  readonly said: string;
  /** Still to come. */
  readonly ahead: boolean;
}

interface Dated {
  readonly at: string;
  readonly said: string;
}

/** Messages say themselves that the desk asked or told something. */
const inMessages: ReadonlySet<string> = new Set(["asked", "told", "answered"]);

function saidOf(what: string): string {
  const known: Record<string, string> = text.log;
  return known[what] ?? what;
}

function dated({ report, letters, note, envelope }: DeskCase): Dated[] {
  const filed = { at: report.sealed_at, said: text.filed(words.desk.size(envelope.bucket)) };
  const written = letters
    .filter(({ message }) => message.kind !== "status")
    .map(({ message, toDesk }) => ({
      at: message.at,
      said: toDesk ? text.fromReporter[message.kind] : text.fromDesk[message.kind],
    }));
  const steps = (note === null ? [] : visibleLog(note))
    .filter(({ what }) => !inMessages.has(what))
    .map(({ at, by, what }) => ({ at, said: text.by(saidOf(what), by) }));
  return [filed, ...written, ...steps].sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}

function ahead(one: DeskCase): string | null {
  const duty = nextDuty(one);
  if (duty !== null) return text.unfinished;
  return one.note?.stage === "waiting" ? text.waiting : one.note?.stage === "opened" ? text.decision : null;
}

export function timelineOf(one: DeskCase): Moment[] {
  const { when, what } = one.report.answers;
  const happened = {
    key: "happened",
    at: words.desk.facts.when(when.choice, when.date),
    said: words.labels.WhatHappened[what],
    ahead: false,
  };
  const past = dated(one).map(({ at, said }, index) => ({
    key: `${index}`,
    at: words.desk.hour(at),
    said,
    ahead: false,
  }));
  const next = ahead(one);
  return [
    happened,
    ...past,
    ...(next === null ? [] : [{ key: "next", at: text.next, said: next, ahead: true }]),
  ];
}
