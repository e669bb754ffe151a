/**
 * Search parameters as plain text: `?by=kind&status=accepted,refused`.
 * The same string serves the page, the API call, a saved view and an export.
 */
export type Search = Record<string, string>;

export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(",");
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return "";
}

export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search)
    .map(([key, value]) => [key, plain(value)] as const)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** The value if it is one of the words, else nothing: what a visitor typed into the address bar may be anything. */
export function oneOf<W extends string>(words: readonly W[], value: unknown): W | undefined {
  return words.find((word) => word === value);
}

export function manyOf<W extends string>(words: readonly W[], value: unknown): W[] | undefined {
  const asked = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [];
  const known = words.filter((word) => asked.includes(word));
  return known.length === 0 ? undefined : known;
}

export function matching(pattern: RegExp, value: unknown): string | undefined {
  return typeof value === "string" && pattern.test(value) ? value : undefined;
}

export function text(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const trimmed = value.trim();
  return trimmed === "" ? undefined : trimmed.slice(0, 200);
}
