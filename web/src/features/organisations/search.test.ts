import { expect, test } from "vitest";
import { defined } from "~/lib/defined";
import { directorySearch, peopleSearch } from "./search";

test("what is not a filter is left out", () => {
  const typed = { q: "  demo ", kind: "port,boat", partner_as: "legal", country: "nl", cursor: 7 };
  expect(defined(directorySearch(typed))).toEqual({ q: "demo", kind: ["port"], partner_as: ["legal"] });
  expect(defined(directorySearch({ country: "NL" }))).toEqual({ country: "NL" });
});

test("a person is named by an id", () => {
  expect(defined(peopleSearch({ person: "x", left: "yes" }))).toEqual({});
  const person = "01a21f98-c759-7417-ad7e-2862482d400e";
  expect(defined(peopleSearch({ person, left: "true" }))).toEqual({ person, left: "true" });
});
