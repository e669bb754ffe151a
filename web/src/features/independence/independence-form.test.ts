import { expect, test } from "vitest";
import { emptyForm, emptyParty, fieldsOf, questionOf } from "./independence-form";

const form = {
  ...emptyForm,
  on: "2026-12-01",
  consultant_id: "person",
  supplier_id: "firm",
  parties: [{ ...emptyParty, name: " Meridian Tankers ", from_on: "2019-01-01" }],
  earlier: [
    { on: "2025-12-01", by: "same" },
    { on: "2024-12-01", by: "firm" },
    { on: "2023-12-01", by: "other" },
  ],
};

test("what is empty does not leave, and earlier makers are told by their ids", () => {
  expect(questionOf(form)).toEqual({
    on: "2026-12-01",
    consultant_id: "person",
    supplier_id: "firm",
    group: null,
    parties: [{ tie: "owner", name: "Meridian Tankers", group: null, from_on: "2019-01-01", to_on: null }],
    earlier: [
      { on: "2025-12-01", consultant_id: "person", supplier_id: "firm", by_others: false },
      { on: "2024-12-01", consultant_id: null, supplier_id: "firm", by_others: true },
      { on: "2023-12-01", consultant_id: null, supplier_id: null, by_others: true },
    ],
  });
});

test("a fault finds its row", () => {
  expect(fieldsOf(2, 1)).toEqual(expect.arrayContaining(["parties.1.to_on", "earlier.0.on"]));
});
