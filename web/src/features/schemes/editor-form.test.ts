import { expect, test } from "vitest";
import { draftOf, formOf, newRequirement, type Content } from "./editor-form";

const content: Content = {
  code: "maritime",
  name: "Certification of consultants",
  kind: "person",
  disciplines: [{ code: "testing", label: "Testing", about: "Attacks with consent." }],
  levels: [
    { code: "associate", label: "Associate", rank: 1 },
    { code: "principal", label: "Principal", rank: 2 },
  ],
  requirements: [
    { code: "identity", label: "A passport", kind: "evidence", count: 1, evidence: "identity" },
    { code: "interview", label: "Interview", kind: "exam", count: 1, levels: ["principal"] },
  ],
  validity_months: 36,
  renewal_opens_days: 90,
  grace_days: 30,
  cpd_hours: 120,
  fees: [{ level: "associate", amount_minor: 24_050, currency: "EUR" }],
  review_days: 42,
  appeal_days: 30,
  code_of_conduct: { version: "1", text: "1. Safety first.\n2. Consent." },
};

test("a form that nobody touched is the scheme it began with", () => {
  expect(draftOf(formOf(content, null), content)).toEqual({ reason: null, content });
});

test("a level that is gone leaves no requirement behind that names it", () => {
  const form = formOf(content, "Fewer levels.");
  form.levels.pop();
  const draft = draftOf(form, content);
  expect(draft.reason).toBe("Fewer levels.");
  expect(draft.content.requirements[1]?.levels).toBeUndefined();
});

test("what is added is sent as numbers and words", () => {
  const form = formOf(content, null);
  form.requirements.push({ ...newRequirement, code: "insurance", label: "Insurance", count: "2" });
  form.fees.push({ level: "principal", amount: "780", currency: "eur" });
  const draft = draftOf(form, content);
  expect(draft.content.requirements[2]).toEqual({
    code: "insurance",
    label: "Insurance",
    kind: "evidence",
    count: 2,
  });
  expect(draft.content.fees[1]).toEqual({ level: "principal", amount_minor: 78_000, currency: "EUR" });
});
