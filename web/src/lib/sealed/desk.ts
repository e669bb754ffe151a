/** The analyst's side of the seal. Opened keys live in the caller's memory and nowhere else. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { bytesOf, fromBase64, type Bytes } from "./bytes";
import { readNote, type DeskNote } from "./desk-note";
import { readReport, type Report } from "./report";
import { jsonBytes, openSealed, opensWith, sealForDesk, type DeskRecipients } from "./seal";

const SCRYPT_WORK_FACTOR = 15;

export interface AnalystKey {
  readonly identity: string;
  readonly recipient: string;
}

export async function makeAnalystKey(): Promise<AnalystKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** An age passphrase file; slow on purpose. */
export async function wrapIdentity(identity: string, passphrase: string): Promise<Bytes> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(SCRYPT_WORK_FACTOR);
  return bytesOf(await encrypter.encrypt(identity));
}

/** Null if the passphrase does not open it. */
export async function unwrapIdentity(wrapped: Uint8Array, passphrase: string): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(wrapped, "text").then(
    (text) => text.trim(),
    () => null,
  );
}

export interface WrappedEpoch {
  readonly id: string;
  /** base64; null where this analyst was never given the key. */
  readonly wrapped: string | null;
}

async function openEpoch(epoch: WrappedEpoch, identity: string): Promise<[string, string] | null> {
  if (epoch.wrapped === null) return null;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(fromBase64(epoch.wrapped), "text").then(
    (text): [string, string] => [epoch.id, text.trim()],
    () => null,
  );
}

/** The desk's secrets by epoch id; epochs this analyst cannot open are missing. */
export async function openEpochKeys(
  identity: string,
  epochs: readonly WrappedEpoch[],
): Promise<ReadonlyMap<string, string>> {
  const opened = await Promise.all(epochs.map((epoch) => openEpoch(epoch, identity)));
  return new Map(opened.filter((entry) => entry !== null));
}

export interface OpenedReport {
  readonly report: Report;
  /** The report's JSON as it was sealed, for sealing it again to another epoch. */
  readonly content: Bytes;
}

/** Null if no key opens it; `foreign` if one does and what is inside is no report of ours. */
export async function openReport(
  sealed: Uint8Array,
  identities: readonly string[],
): Promise<OpenedReport | "foreign" | null> {
  const content = await openSealed(sealed, identities);
  const report = content === null ? null : readReport(content);
  if (content !== null && report !== null) return { report, content };
  return (await opensWith(sealed, identities)) ? "foreign" : null;
}

export function sealNote(note: DeskNote, to: DeskRecipients): Promise<Bytes> {
  return sealForDesk(jsonBytes(note), to);
}

export async function openNote(sealed: Uint8Array, identities: readonly string[]): Promise<DeskNote | null> {
  const content = await openSealed(sealed, identities);
  return content === null ? null : readNote(content);
}
