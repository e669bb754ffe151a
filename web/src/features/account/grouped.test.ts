import { expect, test } from "vitest";
import { grouped } from "./grouped";

test("a secret is cut into fours, the last as long as it is", () => {
  expect(grouped("GEZDGNBVGY3TQ")).toBe("GEZD GNBV GY3T Q");
  expect(grouped("")).toBe("");
});
