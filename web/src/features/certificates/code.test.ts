import { expect, test } from "vitest";
import { qrOf } from "~/lib/qr";
import { codeOf, fits } from "./code";

test("the longest code that is drawn is one that paper can hold", () => {
  const code = codeOf("https://register.example", "/verify", "x".repeat(1_700));
  expect(fits(code)).toBe(true);
  const side = Number(qrOf(code, "L").viewBox.split(" ")[2]);
  // Version 31 of 40, with its rim: 0.45 mm a cell on a code of 67 mm.
  expect(side).toBeLessThanOrEqual(4 * 31 + 17 + 8);
});

test("what is too long is not drawn", () => {
  expect(fits("x".repeat(1_800))).toBe(true);
  expect(fits("x".repeat(1_801))).toBe(false);
  expect(fits("é".repeat(901))).toBe(false);
});
