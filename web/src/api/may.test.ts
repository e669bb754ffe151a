import { expect, test } from "vitest";
import { mayExport, mayReport } from "./may";
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
