import { expect, test } from "vitest";
import { linesOf } from "./ordered-bars";

test("a long label goes on, and loses its explanation", () => {
  expect(linesOf("GNSS receiver (GPS and others)", 170)).toEqual(["GNSS receiver"]);
  expect(linesOf("Office computers and network on board", 170)).toEqual([
    "Office computers and network",
    "on board",
  ]);
});

test("a word wider than the room stands alone", () => {
  expect(linesOf("Uncrewed vessels", 20)).toEqual(["Uncrewed", "vessels"]);
});
