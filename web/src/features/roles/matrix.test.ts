import { expect, test } from "vitest";
import { staff, staffColumns, verbs, within, withinColumns, type Mark } from "./matrix";

const letter = { yes: "y", own: "o", known: "k", no: "n" } satisfies Record<Mark, string>;

test("the table is that of the policy", () => {
  expect(
    withinColumns.map((role) => `${role} ${verbs.map((verb) => letter[within(verb, role)]).join("")}`),
  ).toEqual([
    "owner yooynnynnnyno",
    "cso yooynnynnnyno",
    "member yooynnynnnynn",
    "auditor nonynnynnnynn",
    "duty_officer yooynnynnnnnn",
  ]);
  expect(
    staffColumns.map((role) => `${role} ${verbs.map((verb) => letter[staff(verb, role)]).join("")}`),
  ).toEqual([
    "analyst yyyyyyyyynynn",
    "duty_officer nynynnynnnynn",
    "scheme_administrator nknynnynnnynn",
    "qa_reviewer nknynnynnnynn",
    "library_editor nknynnynnnynn",
    "admin nynynnyynyyyy",
  ]);
});

test("everything that the policy knows has a row", () => {
  expect(new Set(verbs).size).toBe(13);
});
