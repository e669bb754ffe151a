/** Reading JSON of unknown shape: what came out of a seal was written by a stranger and is taken word by word. */

export function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

export function textAt(value: unknown, name: string): string | null {
  const found = field(value, name);
  return typeof found === "string" ? found : null;
}

export function numberAt(value: unknown, name: string): number | null {
  const found = field(value, name);
  return typeof found === "number" && Number.isSafeInteger(found) ? found : null;
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The word if it belongs to the vocabulary; else null. */
export function wordOf<W extends string>(vocabulary: readonly W[], value: unknown): W | null {
  return vocabulary.find((word) => word === value) ?? null;
}

/** The known words of a list, each once, in the vocabulary's order. */
export function wordsOf<W extends string>(vocabulary: readonly W[], value: unknown): W[] {
  const given = new Set(itemsOf(value));
  return vocabulary.filter((word) => given.has(word));
}
