/** Receipts that nobody was given, made by the rules of those that somebody was. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const list = readFileSync(new URL("../../../api/domain/data/receipt_words.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

export function checkWordOf(words: readonly string[]): string {
  const digest = createHash("sha256")
    .update(`bellbuoy check v1\n${words.join(" ")}`)
    .digest();
  return list[digest.readUInt16BE() >> 5] ?? "";
}

/** Nine words, always the same for the same seed. */
export function madeUp(seed: string): string[] {
  const digest = createHash("sha256").update(seed).digest();
  const words = Array.from({ length: 8 }, (_, at) => list[digest.readUInt16BE(at * 2) >> 5] ?? "");
  return [...words, checkWordOf(words)];
}
