/** Sealing to age v1 files with X25519 recipients only, in a fixed order and of a size known beforehand. */
import { Decrypter, Encrypter } from "age-encryption";
import { bytesOf, textOf, utf8, type Bytes } from "./bytes";
import { MESSAGE_BUCKET, pad, unpad } from "./padding";
import { sealedSize } from "./sizes";

/** Who can open what a reporter or an analyst seals: the month's desk key and the recovery key. */
export interface DeskRecipients {
  readonly desk: string;
  readonly recovery: string;
}

export interface MailboxRecipients extends DeskRecipients {
  readonly mailbox: string;
}

/** The only size a message ever has. */
export const SEALED_MESSAGE_SIZE = sealedSize(3, MESSAGE_BUCKET);

async function sealPadded(padded: Bytes, recipients: readonly string[]): Promise<Bytes> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const sealed = bytesOf(await encrypter.encrypt(padded));
  if (sealed.length !== sealedSize(recipients.length, padded.length)) {
    throw new Error("the sealed file has an unexpected size");
  }
  return sealed;
}

/** Seals a report or a desk note. */
export async function sealForDesk(content: Uint8Array, to: DeskRecipients): Promise<Bytes> {
  return sealPadded(pad(content), [to.desk, to.recovery]);
}

/** Seals a mailbox message, in either direction. */
export async function sealForMailbox(content: Uint8Array, to: MailboxRecipients): Promise<Bytes> {
  const padded = pad(content);
  if (padded.length !== MESSAGE_BUCKET) throw new Error("the message is too long");
  return sealPadded(padded, [to.desk, to.recovery, to.mailbox]);
}

/** What stands inside, padding and all; null if none of the identities opens it. */
async function decrypted(sealed: Uint8Array, identities: readonly string[]): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter.decrypt(sealed).catch(() => null);
}

function unpadded(padded: Uint8Array): Bytes | null {
  try {
    return unpad(padded);
  } catch {
    return null;
  }
}

/** The content, or null if none of the identities opens it or it is not what it should be. */
export async function openSealed(sealed: Uint8Array, identities: readonly string[]): Promise<Bytes | null> {
  const padded = await decrypted(sealed, identities);
  return padded === null ? null : unpadded(padded);
}

/** Whether one of the identities opens it, whatever is inside. */
export async function opensWith(sealed: Uint8Array, identities: readonly string[]): Promise<boolean> {
  return (await decrypted(sealed, identities)) !== null;
}

export function jsonBytes(value: unknown): Bytes {
  return utf8(JSON.stringify(value));
}

/** Null instead of a throw: what comes out of a seal was written by a stranger. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    return value;
  } catch {
    return null;
  }
}
