import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { labels } from "./labels";

interface Enumeration {
  place: string;
  words: string[];
}

const document: unknown = parse(readFileSync("../openapi.yaml", "utf8"));
const catalogues: Record<string, Record<string, string>> = labels;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Every enumeration of the description, with the name of its schema or the way to it. */
function enumerations(node: unknown, place: string): Enumeration[] {
  if (!isRecord(node)) return [];
  const inside = Object.entries(node).flatMap(([key, child]) => enumerations(child, `${place}/${key}`));
  const words = node["enum"];
  if (!Array.isArray(words)) return inside;
  return [{ place, words: words.filter((word) => typeof word === "string") }, ...inside];
}

function missing({ place, words }: Enumeration): string[] {
  const named = catalogues[/^\/components\/schemas\/(\w+)$/.exec(place)?.[1] ?? ""];
  if (named !== undefined) return words.filter((word) => named[word] === undefined);
  const somewhere = Object.values(catalogues).some((catalogue) => words.every((word) => word in catalogue));
  return somewhere ? [] : words;
}

test("every word of every vocabulary of the API has a label", () => {
  const found = enumerations(document, "");
  expect(found.length).toBeGreaterThan(20);
  expect(found.flatMap((one) => missing(one).map((word) => `${one.place}: ${word}`))).toEqual([]);
});

test("no label is empty or stands for two words of one vocabulary", () => {
  for (const [name, catalogue] of Object.entries(catalogues)) {
    const said = Object.values(catalogue);
    expect(
      said.filter((label) => label.trim() === ""),
      name,
    ).toEqual([]);
    expect(new Set(said).size, name).toBe(said.length);
  }
});
