/** Reads nine words as people type them, and says which slip was made without asking the server. */
import { checkWordOf, RECEIPT_LENGTH, type Receipt } from "./receipt";
import { receiptWords } from "./receipt-words";

export const SPOKEN_LENGTH = RECEIPT_LENGTH + 1;
const PREFIX_LENGTH = 4;

export type ReceiptReading =
  | { readonly kind: "read"; readonly receipt: Receipt }
  | { readonly kind: "count"; readonly found: number }
  | { readonly kind: "unknown"; readonly at: number; readonly typed: string; readonly near: string | null }
  | { readonly kind: "check"; readonly swapped: number | null };

export function tokensOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

/** The word meant: exact, or its first four letters or more, which are unique in the list. */
export function findWord(typed: string): string | null {
  const token = tokensOf(typed).join("");
  if (receiptWords.includes(token)) return token;
  if (token.length < PREFIX_LENGTH) return null;
  return receiptWords.find((word) => word.startsWith(token)) ?? null;
}

function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let i = 0; i < left.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j += 1) {
      const replaced = (row[j] ?? 0) + (left[i] === right[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

export function nearestWord(typed: string): string | null {
  let best: string | null = null;
  let least = 3;
  for (const word of receiptWords) {
    const steps = distance(typed, word);
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}

/** The first of two neighbours whose exchange makes the check word fit. */
function swappedPair(words: readonly string[], check: string): number | null {
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [left, right] = [words[at], words[at + 1]];
    if (left === undefined || right === undefined || left === right) continue;
    const exchanged = [...words.slice(0, at), right, left, ...words.slice(at + 2)];
    if (checkWordOf(exchanged) === check) return at;
  }
  return null;
}

/** Any case, any separators, words cut to four letters or more. */
export function readReceipt(text: string): ReceiptReading {
  const tokens = tokensOf(text);
  const found: string[] = [];
  for (const [at, token] of tokens.slice(0, SPOKEN_LENGTH).entries()) {
    const word = findWord(token);
    if (word === null) return { kind: "unknown", at, typed: token, near: nearestWord(token) };
    found.push(word);
  }
  if (tokens.length !== SPOKEN_LENGTH) return { kind: "count", found: tokens.length };
  const words = found.slice(0, RECEIPT_LENGTH);
  const check = found[RECEIPT_LENGTH] ?? "";
  if (checkWordOf(words) === check) return { kind: "read", receipt: { words, check } };
  return { kind: "check", swapped: swappedPair(words, check) };
}

const TELLING_RUN = 3;
const TELLING_COUNT = 7;

/** True if a text would carry the receipt to the desk: three of its words side by side, or seven of them anywhere. */
export function givesAwayReceipt(text: string, receipt: Receipt): boolean {
  const spoken = [...receipt.words, receipt.check];
  const tokens = tokensOf(text);
  if (spoken.filter((word) => tokens.includes(word)).length >= TELLING_COUNT) return true;
  const joined = ` ${tokens.join(" ")} `;
  return spoken.some((_, at) => {
    const run = spoken.slice(at, at + TELLING_RUN);
    return run.length === TELLING_RUN && joined.includes(` ${run.join(" ")} `);
  });
}
