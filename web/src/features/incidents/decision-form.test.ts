import { expect, test } from "vitest";
import { toDecision, type DecisionForm } from "./decision-form";

const form: DecisionForm = {
  verification: "identified",
  severity: "major",
  tlp: "amber",
  reason: "  no ship was involved ",
  original: "INC-7K4QWZ",
};

test("accepting carries the three judgements and no reason", () => {
  expect(toDecision("accept", form)).toEqual({
    decision: "accept",
    verification: "identified",
    severity: "major",
    tlp: "amber",
    reason: null,
    duplicate_of: null,
  });
});

test("refusing carries the reason alone", () => {
  expect(toDecision("refuse", form)).toMatchObject({
    reason: "no ship was involved",
    severity: null,
    tlp: null,
  });
});

test("linking carries the id that was looked up", () => {
  expect(toDecision("link_duplicate", form, "id-1").duplicate_of).toBe("id-1");
});
