import { expect, test } from "vitest";
import { manyOf, matching, oneOf, parseSearch, stringifySearch, text } from "./search-params";

const words = ["a", "b", "amber+strict"] as const;

test("lists are joined by commas and empty values leave the address", () => {
  expect(stringifySearch({ by: "kind", tlp: ["a", "amber+strict"], q: "", sort: undefined })).toBe(
    "?by=kind&tlp=a,amber%2Bstrict",
  );
  expect(stringifySearch({})).toBe("");
});

test("what was written is read again", () => {
  const search = { q: "crane & gate", status: "x,y" };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});

test("words that are not in the vocabulary are dropped", () => {
  expect(oneOf(words, "z")).toBeUndefined();
  expect(oneOf(words, "b")).toBe("b");
  expect(manyOf(words, "b,z,a")).toEqual(["a", "b"]);
  expect(manyOf(words, ["a"])).toEqual(["a"]);
  expect(manyOf(words, "z")).toBeUndefined();
});

test("free values are bounded", () => {
  expect(matching(/^\d{4}$/, "2026")).toBe("2026");
  expect(matching(/^\d{4}$/, "x")).toBeUndefined();
  expect(text("  crane ")).toBe("crane");
  expect(text(" ")).toBeUndefined();
});
