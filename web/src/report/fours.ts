/** A long fingerprint in groups of four, so that two people can compare it aloud. */
export function inFours(text: string): string {
  return text.match(/.{1,4}/g)?.join(" ") ?? "";
}
