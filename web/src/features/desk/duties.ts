/**
 * What is still to be done with a report, told from what is there. Whoever was interrupted, or opens the report in
 * another browser, goes on where it stopped.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, hex, utf8, uuidText } from "~/lib/sealed/bytes";
import type { MailboxStatus } from "~/lib/sealed/vocabulary";
import { answered, type DeskCase } from "./case";
import { roundOf } from "./notes";

export type Duty =
  /** Take it up: it is open, the reporter knows, the note is begun. */
  | "open"
  | "tell_read"
  | "begin_note"
  | "reopen"
  /** The reporter has answered what the desk waited for. */
  | "note_answer"
  /** The decision is noted and not carried out in full. */
  | "make_incident"
  | "tell_outcome"
  | "close";

const outcomes = { accepted: "accepted", refused: "refused", duplicate: "duplicate" } as const;

export function outcomeOf(one: Pick<DeskCase, "note">): MailboxStatus | null {
  const stage = one.note?.stage;
  return stage === undefined || stage === "opened" || stage === "waiting" ? null : outcomes[stage];
}

/**
 * The id of a status message. Made of the report itself, which the server cannot read, so that a message that was
 * sent twice is one message and its id tells nothing.
 */
export function statusId(one: Pick<DeskCase, "content" | "note">, status: MailboxStatus): string {
  const seed = utf8(`bellbuoy desk status v1\n${status}\n${roundOf(one.note)}\n`);
  const bytes = sha256(concat(seed, one.content)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return uuidText(bytes);
}

/** Accepting twice is accepting once. Made of the sealed report, so that the server cannot tie one to the other. */
export function acceptanceKey(one: Pick<DeskCase, "content">): string {
  return hex(sha256(concat(utf8("bellbuoy desk acceptance v1\n"), one.content)));
}

export function told(one: Pick<DeskCase, "content" | "note" | "letters">, status: MailboxStatus): boolean {
  const id = statusId(one, status);
  return one.letters.some((letter) => letter.id === id);
}

export function nextDuty(one: DeskCase): Duty | null {
  const { note, envelope } = one;
  if (note === null) {
    if (envelope.state === "received") return "open";
    return told(one, "read") ? "begin_note" : "tell_read";
  }
  const outcome = outcomeOf(one);
  if (outcome !== null) {
    if (outcome === "accepted" && note.incident === undefined) return "make_incident";
    if (!told(one, outcome)) return "tell_outcome";
    return envelope.state === "closed" ? null : "close";
  }
  if (envelope.state === "closed") return "reopen";
  if (!told(one, "read")) return "tell_read";
  return note.stage === "waiting" && answered(one) ? "note_answer" : null;
}

const automatic: ReadonlySet<Duty> = new Set(["open", "tell_read", "begin_note", "note_answer"]);

/** Done by reading the report; the others wait for a person's word. */
export function goesByItself(duty: Duty | null): duty is Duty {
  return duty !== null && automatic.has(duty);
}
