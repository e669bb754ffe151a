import { expect, test } from "vitest";
import { entriesOf, formOf, isEmpty, newEntry } from "./curriculum-form";

const entry = {
  kind: "project" as const,
  title: "Bridge network of a tanker",
  organisation: "Example Line",
  from_on: "2024-03-01",
  to_on: null,
  about: null,
};

test("a form that nobody touched is the curriculum it began with", () => {
  expect(entriesOf(formOf([entry]))).toEqual([entry]);
});

test("a row that is not complete is not sent, and an empty one is no loss", () => {
  const begun = { ...newEntry(), title: "Electro-technical officer" };
  expect(entriesOf([begun])).toEqual([]);
  expect(isEmpty(begun)).toBe(false);
  expect(isEmpty(newEntry())).toBe(true);
});
