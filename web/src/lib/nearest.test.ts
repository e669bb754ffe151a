import { expect, test } from "vitest";
import { nearest } from "./nearest";

test("the most similar comes first", () => {
  expect(nearest("/advisory", ["/figures", "/advisories", "/about"])[0]).toBe("/advisories");
});
