import { expect, test } from "vitest";
import { axis } from "./axis";

test("holds the largest value between zero and two round lines", () => {
  expect(axis(38)).toEqual({ max: 40, lines: [20, 40] });
  expect(axis(118)).toEqual({ max: 120, lines: [60, 120] });
  expect(axis(3)).toEqual({ max: 4, lines: [2, 4] });
  expect(axis(1)).toEqual({ max: 2, lines: [1, 2] });
  expect(axis(0).max).toBe(2);
});
