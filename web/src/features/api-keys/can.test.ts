import { expect, test } from "vitest";
import type { Account } from "~/api/session";
import { managesKeys, stepsFor } from "./can";

const home = { id: "o", name: "Demo", kind: "port" } as const;

function somebody(role: "owner" | "cso" | "member" | "auditor" | "duty_officer"): Account {
  return {
    id: "a",
    email: "a@demo.example",
    second_factor_missing: false,
    name: "A",
    role: "member",
    organisation: home,
    membership: { id: "m", role, state: "confirmed", organisation: home },
  };
}

test("keys are managed by owners and the security officer of a member", () => {
  expect(managesKeys(somebody("owner"))).toBe(true);
  expect(managesKeys(somebody("cso"))).toBe(true);
  for (const role of ["member", "auditor", "duty_officer"] as const)
    expect(managesKeys(somebody(role)), role).toBe(false);
  expect(managesKeys({ ...somebody("owner"), organisation: null })).toBe(false);
  expect(managesKeys(null)).toBe(false);
});

test("what was revoked stays revoked, and what has run out may be rotated", () => {
  expect(stepsFor(true, "active")).toEqual(["rotate", "revoke"]);
  expect(stepsFor(true, "expired")).toEqual(["rotate", "revoke"]);
  expect(stepsFor(true, "revoked")).toEqual([]);
  expect(stepsFor(false, "active")).toEqual([]);
});
