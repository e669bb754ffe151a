/** The reporter's nine words: how they are drawn, what is derived from them. They never leave the browser. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bech32 } from "@scure/base";
import { identityToRecipient } from "age-encryption";
import { bytesOf, hex, utf8, uuidText, type Bytes } from "./bytes";
import { receiptWords } from "./receipt-words";

export const RECEIPT_LENGTH = 8;
const STRETCH_ROUNDS = 600_000;

export interface Receipt {
  readonly words: readonly string[];
  readonly check: string;
}

export interface ReceiptKeys {
  /** 64 hex digits; sent only to reach the mailbox. */
  readonly locator: string;
  /** What the server stores at filing. */
  readonly locatorHash: string;
  readonly envelopeId: string;
  readonly mailboxIdentity: string;
  readonly mailboxRecipient: string;
  readonly proofSalt: Bytes;
}

function wordAt(index: number): string {
  const word = receiptWords[index];
  if (word === undefined) throw new Error("the word list is incomplete");
  return word;
}

export function checkWordOf(words: readonly string[]): string {
  const digest = sha256(utf8(`bellbuoy check v1\n${words.join(" ")}`));
  return wordAt(((digest[0] ?? 0) << 3) | ((digest[1] ?? 0) >> 5));
}

/** 2,048 divides 65,536, so that the remainder favours no word. */
export function drawReceipt(): Receipt {
  const drawn = crypto.getRandomValues(new Uint16Array(RECEIPT_LENGTH));
  const words = Array.from(drawn, (value) => wordAt(value % receiptWords.length));
  return { words, check: checkWordOf(words) };
}

export function receiptLine(receipt: Receipt): string {
  return [...receipt.words, receipt.check].join(" ");
}

async function derive(master: CryptoKey, info: string, length: number): Promise<Bytes> {
  const bits = await crypto.subtle.deriveBits(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8(info) },
    master,
    length * 8,
  );
  return new Uint8Array(bits);
}

function uuidFrom(bytes: Bytes): string {
  const marked = bytesOf(bytes);
  marked[6] = ((marked[6] ?? 0) & 0x0f) | 0x40;
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80;
  return uuidText(marked);
}

export function identityFrom(secret: Bytes): string {
  return bech32.encodeFromBytes("AGE-SECRET-KEY-", secret).toUpperCase();
}

/** Takes about a second on purpose: guessing must be slow. */
export async function deriveReceipt(receipt: Receipt): Promise<ReceiptKeys> {
  const password = await crypto.subtle.importKey("raw", utf8(receipt.words.join(" ")), "PBKDF2", false, [
    "deriveBits",
  ]);
  const stretched = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: utf8("bellbuoy receipt v1"), iterations: STRETCH_ROUNDS },
    password,
    256,
  );
  const master = await crypto.subtle.importKey("raw", stretched, "HKDF", false, ["deriveBits"]);
  const [locator, envelope, mailbox, proofSalt] = await Promise.all([
    derive(master, "bellbuoy locator v1", 32),
    derive(master, "bellbuoy envelope v1", 16),
    derive(master, "bellbuoy mailbox v1", 32),
    derive(master, "bellbuoy proof v1", 16),
  ]);
  const mailboxIdentity = identityFrom(mailbox);
  return {
    locator: hex(locator),
    locatorHash: hex(sha256(locator)),
    envelopeId: uuidFrom(envelope),
    mailboxIdentity,
    mailboxRecipient: await identityToRecipient(mailboxIdentity),
    proofSalt,
  };
}
