import { expect, test } from "vitest";
import { mayCall, mayExport, mayReport } from "./may";
import type { Account } from "./session";

const organisation = { id: "o", name: "A line", kind: "shipping_company" } as const;

function somebody(role: Account["role"], within?: "member" | "auditor" | "duty_officer"): Account {
  const person = { id: "a", email: "a@b.example", name: "A", role, second_factor_missing: false };
  if (within === undefined) return person;
  return { ...person, organisation, membership: { id: "m", role: within, state: "confirmed", organisation } };
}

test("auditors report nothing, duty officers of organisations take no lists away", () => {
  const rows = [
    [somebody("member", "member"), true, true],
    [somebody("member", "auditor"), false, true],
    [somebody("member", "duty_officer"), true, false],
    [somebody("analyst"), true, true],
    [somebody("duty_officer"), false, true],
    [somebody("admin"), false, true],
    [null, false, true],
  ] as const;
  for (const [account, report, take] of rows) {
    expect([mayReport(account), mayExport(account)], account?.role).toEqual([report, take]);
  }
});

test("who is on call is told to those who answer calls for help, once their second factor is set up", () => {
  for (const role of ["analyst", "duty_officer", "scheme_administrator", "admin"] as const) {
    expect(mayCall(somebody(role)), role).toBe(true);
    expect(mayCall({ ...somebody(role), second_factor_missing: true }), role).toBe(false);
  }
  for (const role of ["member", "qa_reviewer", "library_editor"] as const)
    expect(mayCall(somebody(role, "member")), role).toBe(false);
  expect(mayCall(null)).toBe(false);
});
