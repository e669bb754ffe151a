import { expect, test } from "vitest";
import { defined } from "./defined";

test("keeps null and drops undefined", () => {
  expect(Object.keys(defined({ a: undefined, b: null, c: "" }))).toEqual(["b", "c"]);
});
