import { expect, test } from "vitest";
import type { Account } from "~/api/session";
import { mayRate, moderates, needsWhy } from "./can";

const organisation = { id: "o", name: "First Line", kind: "shipping_company" as const };
const member: Account = {
  id: "a",
  name: "A",
  email: "a@line.example",
  role: "member",
  second_factor_missing: false,
  organisation,
  membership: { id: "m", organisation, role: "owner", state: "confirmed" },
};

test("those rate who engage assessors, and auditors read only", () => {
  expect(mayRate(member)).toBe(true);
  expect(mayRate({ ...member, organisation: { ...organisation, kind: "authority" } })).toBe(false);
  expect(
    mayRate({ ...member, membership: { id: "m", organisation, role: "auditor", state: "confirmed" } }),
  ).toBe(false);
  expect(mayRate(null)).toBe(false);
  expect(mayRate({ ...member, role: "scheme_administrator", organisation: null, membership: null })).toBe(
    false,
  );
});

test("scheme administrators moderate, and say why they refuse", () => {
  expect(moderates({ ...member, role: "scheme_administrator" })).toBe(true);
  expect(moderates(member)).toBe(false);
  expect(needsWhy("refuse")).toBe(true);
  expect(needsWhy("publish")).toBe(false);
});
