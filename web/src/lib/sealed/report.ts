/** A report and a mailbox message, as they stand inside the seal. */
import { readAnswers, type Answers } from "./answers";
import type { Bytes } from "./bytes";
import { field, numberAt, textAt, wordOf } from "./reading";
import { jsonBytes, openSealed, readJson, sealForMailbox, type MailboxRecipients } from "./seal";
import * as vocabulary from "./vocabulary";
import type { MailboxStatus, MessageKind, MessageSender } from "./vocabulary";

export interface Report {
  readonly v: 1;
  readonly sealed_at: string;
  /** Where the desk can answer. */
  readonly mailbox: string;
  readonly answers: Answers;
  readonly words: string;
}

export interface Message {
  readonly v: 1;
  readonly at: string;
  readonly from: MessageSender;
  readonly kind: MessageKind;
  readonly text: string;
  readonly status?: MailboxStatus;
}

export function nowText(now: Date): string {
  return now.toISOString().replace(/\.\d+Z$/, "Z");
}

export function readReport(content: Uint8Array): Report | null {
  const value = readJson(content);
  const [sealedAt, mailbox] = [textAt(value, "sealed_at"), textAt(value, "mailbox")];
  const answers = readAnswers(field(value, "answers"));
  if (numberAt(value, "v") !== 1 || sealedAt === null || mailbox === null || answers === null) return null;
  if (Number.isNaN(Date.parse(sealedAt)) || !/^age1[02-9ac-hj-np-z]{58}$/.test(mailbox)) return null;
  return { v: 1, sealed_at: sealedAt, mailbox, answers, words: textAt(value, "words") ?? "" };
}

export function readMessage(content: Uint8Array): Message | null {
  const value = readJson(content);
  const [at, text] = [textAt(value, "at"), textAt(value, "text")];
  const from = wordOf(vocabulary.MESSAGE_SENDER, field(value, "from"));
  const kind = wordOf(vocabulary.MESSAGE_KIND, field(value, "kind"));
  const status = wordOf(vocabulary.MAILBOX_STATUS, field(value, "status"));
  if (numberAt(value, "v") !== 1 || at === null || text === null || from === null || kind === null)
    return null;
  if (Number.isNaN(Date.parse(at))) return null;
  return { v: 1, at, from, kind, text, ...(status === null ? {} : { status }) };
}

export function sealMessage(message: Message, to: MailboxRecipients): Promise<Bytes> {
  return sealForMailbox(jsonBytes(message), to);
}

/** Null for a message not meant for these identities, and for the filling of an empty mailbox slot. */
export async function openMessage(
  sealed: Uint8Array,
  identities: readonly string[],
): Promise<Message | null> {
  const content = await openSealed(sealed, identities);
  return content === null ? null : readMessage(content);
}
