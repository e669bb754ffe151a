import { expect, test } from "vitest";
import { application } from "./application.fixture";
import { isReady, partsOf } from "./checklist";

test("the list says of each part whether it is there", () => {
  expect(partsOf(application).map(({ field, state }) => `${field} ${state}`)).toEqual([
    "curriculum free",
    "identity done",
    "insurance missing",
    "referees missing",
    "conduct done",
    "interests done",
    "statement done",
  ]);
  expect(isReady(application)).toBe(false);
  expect(isReady({ ...application, missing: [] })).toBe(true);
});

test("whoever has no entry in the register is led there first, and a question is counted at its part", () => {
  const asked = { id: "1", field: "identity", words: "Which port?", asked_at: "2026-11-03T10:00:00Z" };
  const parts = partsOf({
    ...application,
    applicant: { kind: "person", name: "Marit Vossnes" },
    questions: [asked, { ...asked, id: "2", answered_at: "2026-11-04T10:00:00Z" }],
  });
  expect(parts[0]?.field).toBe("profile");
  expect(parts.find(({ field }) => field === "identity")?.questions).toBe(1);
});
