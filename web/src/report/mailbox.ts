/** The reporter's side of the mailbox: reading it, writing to it, withdrawing. */
import type { Bytes } from "~/lib/sealed/bytes";
import { currentEpoch, epochsAreSigned, readIntakeKeys } from "~/lib/sealed/epochs";
import type { ReceiptKeys } from "~/lib/sealed/receipt";
import { nowText, readMessage, sealMessage, type Message } from "~/lib/sealed/report";
import { openSealed, SEALED_MESSAGE_SIZE } from "~/lib/sealed/seal";
import { readSigningKeys } from "~/lib/sealed/signing-keys";
import { workHeader } from "~/lib/sealed/work";
import { fetchPublicKeys } from "./behind";
import { ask } from "~/lib/light/http";
import { solveFor } from "./parcel";

const SLOTS = 4;
const MOST_PAGES = 64;

function pathOf(mine: ReceiptKeys): string {
  return `/api/v1/intake/mailboxes/${mine.locator}`;
}

async function fetchPage(mine: ReceiptKeys, page: number): Promise<Bytes> {
  const weight = SLOTS * SEALED_MESSAGE_SIZE;
  const response = await ask(`${pathOf(mine)}?page=${page}`, { weight });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length !== weight) throw new Error("not a mailbox page");
  return bytes;
}

/** All messages, oldest first. A page that is full of them has a next one; the rest of a page is filling. */
export async function fetchMessages(mine: ReceiptKeys): Promise<Message[]> {
  const messages: Message[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const bytes = await fetchPage(mine, page);
    const slots = Array.from({ length: SLOTS }, (_, at) =>
      bytes.subarray(at * SEALED_MESSAGE_SIZE, (at + 1) * SEALED_MESSAGE_SIZE),
    );
    const opened = await Promise.all(slots.map((slot) => openSealed(slot, [mine.mailboxIdentity])));
    const contents = opened.filter((content) => content !== null);
    messages.push(...contents.map(readMessage).filter((message) => message !== null));
    if (contents.length < SLOTS) break;
  }
  return messages.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}

/** A message on its way: kept until it has arrived, so that a second try is the same message. */
export interface Letter {
  readonly message: Message;
  readonly id: string;
  sealed: Bytes | null;
}

export function writeLetter(kind: "answer" | "facts", text: string): Letter {
  const message: Message = { v: 1, at: nowText(new Date()), from: "reporter", kind, text };
  return { message, id: crypto.randomUUID(), sealed: null };
}

/** True if it arrived; false if the server refused it. Rejects when there is no line. */
export async function sendLetter(mine: ReceiptKeys, letter: Letter): Promise<boolean> {
  const fresh = await fetchPublicKeys();
  const keys = readIntakeKeys(fresh.intake);
  if (keys === null || !(await epochsAreSigned(keys, readSigningKeys(fresh.jwks)))) return false;
  const epoch = currentEpoch(keys);
  if (epoch === null) return false;
  const to = { desk: epoch.recipient, recovery: keys.recovery, mailbox: mine.mailboxRecipient };
  letter.sealed ??= await sealMessage(letter.message, to);
  const work = await solveFor(keys, letter.id, letter.sealed);
  const response = await ask(`${pathOf(mine)}/messages/${letter.id}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream", "bellbuoy-work": workHeader(work) },
    body: letter.sealed,
    weight: letter.sealed.length,
  });
  if (response.status >= 500 || response.status === 429) throw new Error(`status ${response.status}`);
  return response.ok;
}

export async function withdraw(mine: ReceiptKeys): Promise<void> {
  const response = await ask(pathOf(mine), { method: "DELETE" });
  if (!response.ok) throw new Error(`status ${response.status}`);
}
