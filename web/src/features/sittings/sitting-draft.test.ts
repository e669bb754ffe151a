import { expect, test } from "vitest";
import { draftOf, formOf } from "./sitting-draft";

const typed = {
  ...formOf(undefined, "Europe/Amsterdam"),
  title: " Written exam ",
  meets: "maritime/exam_theory",
  starts_local: "2027-01-12T09:00",
  ends_local: "2027-01-12T12:00",
  seats: "24",
  agenda: "1. Nothing",
};

test("what is typed leaves as the API takes it", () => {
  expect(draftOf(typed)).toMatchObject({
    kind: "exam",
    title: "Written exam",
    scheme: "maritime",
    requirement: "exam_theory",
    starts_local: "2027-01-12T09:00:00",
    book_until_local: null,
    port: null,
    seats: 24,
  });
});

test("an exam has no agenda, and a workshop meets nothing", () => {
  expect(draftOf(typed).agenda).toBeNull();
  const workshop = draftOf({ ...typed, kind: "workshop" });
  expect([workshop.agenda, workshop.scheme, workshop.requirement]).toEqual(["1. Nothing", null, null]);
});
