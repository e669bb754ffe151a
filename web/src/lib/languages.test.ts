import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languageCodes } from "./languages";

test("the languages are those of the domain", () => {
  const lines = readFileSync("../api/domain/data/languages.csv", "utf8").trim().split("\n").slice(1);
  expect(languageCodes).toEqual(lines.map((line) => line.split(",")[0]));
});
