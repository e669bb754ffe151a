/** The desk's steps with one report. Each is noted first and then carried out, duty by duty, until none is left. */
import { asProblem } from "~/api/problem";
import { base64 } from "~/lib/sealed/bytes";
import { sealNote } from "~/lib/sealed/desk";
import type { DeskNote } from "~/lib/sealed/desk-note";
import { nowText, sealMessage, type Message } from "~/lib/sealed/report";
import { sealForDesk } from "~/lib/sealed/seal";
import type { MailboxStatus } from "~/lib/sealed/vocabulary";
import { words } from "~/words/words";
import type { DeskCase, Letter } from "./case";
import { acceptanceKey, goesByItself, nextDuty, outcomeOf, statusId, type Duty } from "./duties";
import type { SealTo } from "./key-ring";
import {
  firstNote,
  fitted,
  logged,
  pendingOf,
  roundOf,
  withoutPending,
  withPending,
  type LogWord,
  type Writer,
} from "./notes";
import type { Acceptance, DeskPort } from "./port";

export interface Desk extends Writer {
  readonly port: DeskPort;
  readonly to: SealTo;
}

/** Hears of every step that was taken, so that nothing of it is lost when a later one fails. */
export type Keep = (one: DeskCase) => void;

const nothing: Keep = () => undefined;

async function saved(desk: Desk, one: DeskCase, note: DeskNote): Promise<DeskCase> {
  const kept = fitted(note);
  const sealed = base64(await sealNote(kept, desk.to));
  const envelope = await desk.port.saveNote(one.envelope.id, sealed, one.envelope.etag);
  return { ...one, envelope, note: kept };
}

async function noted(desk: Desk, one: DeskCase, what: LogWord, change: Partial<DeskNote>): Promise<DeskCase> {
  return saved(desk, one, logged(one.note ?? firstNote(one.report, desk), desk, what, change));
}

async function sent(desk: Desk, one: DeskCase, letter: Letter): Promise<DeskCase> {
  if (one.letters.some(({ id }) => id === letter.id)) return one;
  const to = { desk: desk.to.desk, recovery: desk.to.recovery, mailbox: one.report.mailbox };
  const content = base64(await sealMessage(letter.message, to));
  await desk.port.send(one.envelope.id, { id: letter.id, content });
  return { ...one, letters: [...one.letters, letter] };
}

function fromDesk(desk: Desk, kind: Message["kind"], text: string): Message {
  return { v: 1, at: nowText(desk.now()), from: "desk", kind, text };
}

function tell(desk: Desk, one: DeskCase, status: MailboxStatus, text: string): Promise<DeskCase> {
  const message: Message = { ...fromDesk(desk, "status", text), status };
  return sent(desk, one, { id: statusId(one, status), toDesk: false, message });
}

async function stepped(desk: Desk, one: DeskCase, step: Parameters<DeskPort["step"]>[1]): Promise<DeskCase> {
  return { ...one, envelope: await desk.port.step(one.envelope.id, step, one.envelope.etag) };
}

/** The server looked at the facts and took nothing: they can be changed and sent again. */
function refusedForGood(error: unknown): boolean {
  const problem = asProblem(error);
  return problem !== null && [400, 413, 415, 422].includes(problem.status) && problem.code !== "key_reused";
}

export class NothingPending extends Error {
  override readonly name = "NothingPending";
}

async function makeIncident(desk: Desk, one: DeskCase, note: DeskNote, keep: Keep): Promise<DeskCase> {
  const pending = pendingOf(note);
  if (pending === null) throw new NothingPending();
  try {
    const { id, reference } = await desk.port.accept(pending.body, acceptanceKey(one));
    return await noted(desk, { ...one, note: withoutPending(note) }, "accepted", {
      incident: { id, reference },
    });
  } catch (error) {
    if (refusedForGood(error)) keep(await saved(desk, one, { ...withoutPending(note), stage: "opened" }));
    throw error;
  }
}

function perform(desk: Desk, one: DeskCase, duty: Duty, keep: Keep): Promise<DeskCase> {
  const note = one.note ?? firstNote(one.report, desk);
  switch (duty) {
    case "open":
      return stepped(desk, one, "open");
    case "tell_read":
      return tell(desk, one, "read", roundOf(one.note) === 0 ? "" : words.desk.told.reopened);
    case "begin_note":
      return saved(desk, one, note);
    case "reopen":
      return stepped(desk, one, "reopen");
    case "note_answer":
      return noted(desk, one, "answered", { stage: "opened" });
    case "make_incident":
      return makeIncident(desk, one, note, keep);
    case "tell_outcome":
      return tell(desk, one, outcomeOf(one) ?? "read", note.stage === "refused" ? (note.reason ?? "") : "");
    case "close":
      return stepped(desk, one, "close");
  }
}

/** Carries out what is left to do. */
export async function finish(desk: Desk, one: DeskCase, keep: Keep = nothing): Promise<DeskCase> {
  let at = one;
  for (let duty = nextDuty(at); duty !== null; duty = nextDuty(at)) {
    at = await perform(desk, at, duty, keep);
    keep(at);
  }
  return at;
}

/** What reading a report brings with it: taking it up, and seeing that an answer has come. */
export async function settle(desk: Desk, one: DeskCase, keep: Keep = nothing): Promise<DeskCase> {
  let at = one;
  for (let duty = nextDuty(at); goesByItself(duty); duty = nextDuty(at)) {
    at = await perform(desk, at, duty, keep);
    keep(at);
  }
  return at.envelope.epoch === desk.to.epoch ? at : resealed(desk, at);
}

/** The same report, sealed to the key in use. */
export async function resealed(desk: Desk, one: DeskCase): Promise<DeskCase> {
  const note = one.note === null ? null : fitted(logged(one.note, desk, "resealed", {}));
  const [content, sealedNote] = await Promise.all([
    sealForDesk(one.content, desk.to),
    note === null ? null : sealNote(note, desk.to),
  ]);
  const envelope = await desk.port.reseal(
    one.envelope.id,
    {
      epoch: desk.to.epoch,
      content: base64(content),
      note: sealedNote === null ? null : base64(sealedNote),
    },
    one.envelope.etag,
  );
  return { ...one, envelope, note };
}

export interface Edit {
  readonly title: string;
  readonly severity: string;
  readonly verification: string;
  readonly tlp: string;
  readonly text: string;
}

export function edit(desk: Desk, one: DeskCase, change: Edit): Promise<DeskCase> {
  return noted(desk, one, "edited", change);
}

/** A question waits for its answer; anything else is only told. */
export async function write(
  desk: Desk,
  one: DeskCase,
  letter: { readonly id: string; readonly question: boolean; readonly text: string },
  keep: Keep = nothing,
): Promise<DeskCase> {
  const message = fromDesk(desk, letter.question ? "question" : "answer", letter.text);
  const after = await sent(desk, one, { id: letter.id, toDesk: false, message });
  keep(after);
  // What is decided stays decided, also while one goes on writing.
  const waits = letter.question && outcomeOf(one) === null;
  return noted(desk, after, letter.question ? "asked" : "told", waits ? { stage: "waiting" } : {});
}

/** A decision that was begun is finished as it was noted, whatever is asked now. */
function begun(one: DeskCase): boolean {
  return outcomeOf(one) !== null && nextDuty(one) !== null;
}

export async function refuse(
  desk: Desk,
  one: DeskCase,
  reason: string,
  keep: Keep = nothing,
): Promise<DeskCase> {
  if (begun(one)) return finish(desk, one, keep);
  const after = await noted(desk, one, "refused", { stage: "refused", reason });
  keep(after);
  return finish(desk, after, keep);
}

/** `original` is an incident's reference or another sealed report's id. */
export async function link(
  desk: Desk,
  one: DeskCase,
  original: string,
  keep: Keep = nothing,
): Promise<DeskCase> {
  if (begun(one)) return finish(desk, one, keep);
  const after = await noted(desk, one, "duplicate", { stage: "duplicate", duplicate_of: original });
  keep(after);
  return finish(desk, after, keep);
}

/** What is going to be sent is noted before it is sent. */
export async function accept(
  desk: Desk,
  one: DeskCase,
  body: Acceptance,
  keep: Keep = nothing,
): Promise<DeskCase> {
  if (begun(one)) return finish(desk, one, keep);
  const { verification, tlp, facts } = body;
  const change = { verification, tlp, severity: facts.severity, stage: "accepted" } as const;
  const note = one.note ?? firstNote(one.report, desk);
  const after = await saved(desk, one, { ...withPending(withoutPending(note), desk, body), ...change });
  keep(after);
  return finish(desk, after, keep);
}

/** Back to the open ones. The reporter has been told the outcome already, and is told this too. */
export async function reopen(desk: Desk, one: DeskCase, keep: Keep = nothing): Promise<DeskCase> {
  const { duplicate_of, reason, ...note } = one.note ?? firstNote(one.report, desk);
  const after = await saved(desk, one, logged(note, desk, "reopened", { stage: "opened" }));
  keep(after);
  return finish(desk, after, keep);
}

/** Closes again what was accepted before: the incident is there already. */
export async function closeAccepted(desk: Desk, one: DeskCase, keep: Keep = nothing): Promise<DeskCase> {
  const after = await noted(desk, one, "accepted", { stage: "accepted" });
  keep(after);
  return finish(desk, after, keep);
}
