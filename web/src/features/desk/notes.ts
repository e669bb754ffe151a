/** The desk's note: how one begins, how its record of steps grows, what an unfinished acceptance leaves in it. */
import type { DeskNote } from "~/lib/sealed/desk-note";
import { field } from "~/lib/sealed/reading";
import { nowText, type Report } from "~/lib/sealed/report";
import { jsonBytes } from "~/lib/sealed/seal";
import { label } from "~/words/words";
import { suggestedSeverity } from "./suggest";
import type { Acceptance } from "./port";

/** What a line of the record says, as a word; the page has the sentence for it. */
export type LogWord =
  | "opened"
  | "edited"
  | "asked"
  | "told"
  | "answered"
  | "accepted"
  | "refused"
  | "duplicate"
  | "reopened"
  | "resealed";

/** A note has to stay within the second bucket: 16 KiB with four bytes of length. */
const room = 16_380;
const longestTitle = 80;
const factsMark = "facts ";

export interface Writer {
  readonly by: string;
  readonly now: () => Date;
}

/** The reporter's first sentence, if it is short enough to be a title; else what they chose. */
export function titleOf(report: Report): string {
  const [first = ""] = report.words.trim().split(/(?<=[.!?])\s|\n/, 1);
  const sentence = first.replace(/[.\s]+$/, "");
  if (sentence === "") return label("WhatHappened", report.answers.what);
  if (sentence.length <= longestTitle) return sentence;
  const cut = sentence.slice(0, longestTitle);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longestTitle / 2))} …`;
}

export function logged(note: DeskNote, writer: Writer, what: LogWord, change: Partial<DeskNote>): DeskNote {
  const line = { at: nowText(writer.now()), by: writer.by, what };
  return { ...note, ...change, log: [...note.log, line] };
}

export function firstNote(report: Report, writer: Writer): DeskNote {
  const empty: DeskNote = {
    v: 1,
    title: titleOf(report),
    severity: suggestedSeverity(report.answers),
    verification: "anonymous_unverified",
    tlp: "amber",
    stage: "opened",
    log: [],
    text: "",
  };
  return logged(empty, writer, "opened", {});
}

/** How often it was taken up again: what the reporter is told then is a message of its own. */
export function roundOf(note: DeskNote | null): number {
  return note === null ? 0 : note.log.filter((line) => line.what === "reopened").length;
}

/** What is going to be sent, kept until it has arrived: another browser then sends the very same. */
export function withPending(note: DeskNote, writer: Writer, body: Acceptance): DeskNote {
  const line = { at: nowText(writer.now()), by: writer.by, what: `${factsMark}${JSON.stringify(body)}` };
  return { ...note, log: [...note.log, line] };
}

export function withoutPending(note: DeskNote): DeskNote {
  return { ...note, log: note.log.filter((line) => !line.what.startsWith(factsMark)) };
}

function isAcceptance(value: unknown): value is Acceptance {
  const parts = ["facts", "verification", "tlp", "age_band"];
  return parts.every((part) => field(value, part) !== undefined);
}

export interface Pending {
  readonly by: string;
  readonly body: Acceptance;
}

export function pendingOf(note: DeskNote): Pending | null {
  const line = note.log.findLast(({ what }) => what.startsWith(factsMark));
  if (line === undefined) return null;
  try {
    const body: unknown = JSON.parse(line.what.slice(factsMark.length));
    return isAcceptance(body) ? { by: line.by, body } : null;
  } catch {
    return null;
  }
}

/** The steps for people: without what is kept for the machine. */
export function visibleLog(note: DeskNote): DeskNote["log"] {
  return withoutPending(note).log;
}

export class NoteTooLong extends Error {
  override readonly name = "NoteTooLong";
}

/** A long record loses its oldest steps, never the text or what is pending. */
export function fitted(note: DeskNote): DeskNote {
  let fit = note;
  while (jsonBytes(fit).length > room) {
    const oldest = fit.log.findIndex((line) => line.what !== "reopened" && !line.what.startsWith(factsMark));
    if (oldest < 0) throw new NoteTooLong();
    fit = { ...fit, log: fit.log.filter((_, at) => at !== oldest) };
  }
  return fit;
}
