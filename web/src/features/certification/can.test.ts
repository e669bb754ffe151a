import { expect, test } from "vitest";
import type { Account } from "~/api/session";
import { firmOf, runsSchemes } from "./can";

const account: Account = {
  id: "1",
  email: "cso@line.example",
  name: "CSO",
  role: "member",
  organisation: { id: "2", name: "Example Line", kind: "shipping_company" },
  membership: {
    id: "3",
    organisation: { id: "2", name: "Example Line", kind: "shipping_company" },
    role: "cso",
    state: "confirmed",
  },
  second_factor_missing: false,
};

test("a confirmed owner or security officer applies for the firm, others for themselves only", () => {
  expect(firmOf(account)).toBe("Example Line");
  const { membership } = account;
  if (membership === null || membership === undefined) throw new Error("no membership");
  expect(firmOf({ ...account, membership: { ...membership, role: "auditor" } })).toBeNull();
  expect(firmOf({ ...account, membership: { ...membership, state: "accepted" } })).toBeNull();
  expect(firmOf({ ...account, membership: null })).toBeNull();
});

test("the board is for those who run schemes", () => {
  expect(runsSchemes({ ...account, role: "qa_reviewer" })).toBe(true);
  expect(runsSchemes(account)).toBe(false);
});
