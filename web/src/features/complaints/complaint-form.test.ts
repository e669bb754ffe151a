import { expect, test } from "vitest";
import { createOf, emptyStep, opening, stepOf } from "./complaint-form";

test("name and address that were left out do not leave as empty text", () => {
  expect(
    createOf({ certificate: " BB-C-2026-0417 ", words: " It never ran. ", name: " ", email: "" }),
  ).toEqual({ certificate: "BB-C-2026-0417", words: "It never ran.", name: null, email: null });
});

test("investigating says nothing yet and leaves the certificate alone", () => {
  expect(stepOf("investigate", emptyStep("investigate"), ["suspend"])).toEqual({
    step: "investigate",
    answer: null,
    sanction: null,
  });
});

test("a sanction carries its class of reason and the words for the holder", () => {
  const form = {
    ...emptyStep("uphold"),
    answer: "It was so.",
    sanction: "revoke",
    effective_on: "2026-11-01",
    words: "The tests were not made.",
  };
  expect(stepOf("uphold", form, ["suspend", "revoke"])).toEqual({
    step: "uphold",
    answer: "It was so.",
    sanction: {
      step: "revoke",
      reason: "complaint_upheld",
      effective_on: "2026-11-01",
      note: null,
      words: "The tests were not made.",
    },
  });
});

test("giving a certificate back needs no reason, and no day", () => {
  const form = {
    ...emptyStep("dismiss"),
    answer: "It was not so.",
    sanction: "reinstate",
    effective_on: "2026-11-01",
  };
  expect(stepOf("dismiss", form, ["reinstate"]).sanction).toEqual({
    step: "reinstate",
    reason: null,
    effective_on: null,
    note: null,
    words: null,
  });
});

test("a sanction that is no longer possible does not leave", () => {
  const form = { ...emptyStep("uphold"), answer: "It was so.", sanction: "suspend" };
  expect(stepOf("uphold", form, ["revoke"]).sanction).toBeNull();
});

test("a list shows one line of what was written", () => {
  expect(opening("First.\n\nThen.")).toBe("First. Then.");
  expect(opening("a".repeat(300))).toHaveLength(121);
});
