import { expect, test } from "vitest";
import { currentFirms } from "./current-firms";

test("only what is confirmed, lasts and was not taken back counts", () => {
  const confirmed_at = "2026-01-01T00:00:00Z";
  expect(
    currentFirms([
      { supplier: { name: "Now" }, confirmed_at, to_on: null },
      { supplier: { name: "Past" }, confirmed_at, to_on: "2026-02-01" },
      { supplier: { name: "Waits" }, confirmed_at: null },
      { supplier: { name: "Taken back" }, confirmed_at, retracted_at: confirmed_at },
    ]),
  ).toEqual(["Now"]);
});
