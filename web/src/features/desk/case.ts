/** One report as the desk sees it, opened in this browser. */
import { fromBase64, type Bytes } from "~/lib/sealed/bytes";
import { openNote, openReport } from "~/lib/sealed/desk";
import type { DeskNote } from "~/lib/sealed/desk-note";
import { openMessage, type Message, type Report } from "~/lib/sealed/report";
import type { Envelope, OpenedEnvelope } from "./port";

export interface Letter {
  readonly id: string;
  readonly toDesk: boolean;
  readonly message: Message;
}

export interface DeskCase {
  readonly envelope: Envelope;
  readonly report: Report;
  /** The report's JSON as it was sealed. */
  readonly content: Bytes;
  readonly note: DeskNote | null;
  readonly letters: readonly Letter[];
  /** Messages that no key of ours opens. */
  readonly unread: number;
}

/** It opens, and what is inside is no report that this page can read. */
export interface Foreign {
  readonly envelope: Envelope;
  readonly note: DeskNote | null;
}

export type Reading =
  | { readonly kind: "open"; readonly one: DeskCase }
  | { readonly kind: "withdrawn" }
  | ({ readonly kind: "foreign" } & Foreign)
  /** No key at hand opens it. */
  | { readonly kind: "sealed"; readonly epoch: string };

/** The likeliest key first. */
export function keysFor(epoch: string, secrets: ReadonlyMap<string, string>): string[] {
  const first = secrets.get(epoch);
  const others = [...secrets].filter(([id]) => id !== epoch).map(([, secret]) => secret);
  return first === undefined ? others : [first, ...others];
}

export function byTime(left: Letter, right: Letter): number {
  return Date.parse(left.message.at) - Date.parse(right.message.at);
}

export async function readCase(
  opened: OpenedEnvelope,
  secrets: ReadonlyMap<string, string>,
): Promise<Reading> {
  const { content, messages, ...envelope } = opened;
  if (envelope.state === "withdrawn") return { kind: "withdrawn" };
  const keys = keysFor(envelope.epoch, secrets);
  const sealedNote = envelope.note ?? null;
  const [read, note, letters] = await Promise.all([
    openReport(fromBase64(content), keys),
    sealedNote === null ? null : openNote(fromBase64(sealedNote), keys),
    Promise.all(
      messages.map(async (sealed): Promise<Letter | null> => {
        const message = await openMessage(fromBase64(sealed.content), keys);
        return message && { id: sealed.id, toDesk: sealed.direction === "to_desk", message };
      }),
    ),
  ]);
  // A note that cannot be read must not be taken for none: it would be written over.
  if (read === null || (sealedNote !== null && note === null))
    return { kind: "sealed", epoch: envelope.epoch };
  if (read === "foreign") return { kind: "foreign", envelope, note };
  const readable = letters.filter((letter) => letter !== null).sort(byTime);
  const unread = letters.length - readable.length;
  return { kind: "open", one: { envelope, ...read, note, letters: readable, unread } };
}

/** Whether the reporter has written since the desk last asked. */
export function answered(one: Pick<DeskCase, "letters">): boolean {
  const asked = one.letters.findLastIndex(({ toDesk, message }) => !toDesk && message.kind === "question");
  return asked >= 0 && one.letters.slice(asked + 1).some(({ toDesk }) => toDesk);
}
