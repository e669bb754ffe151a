import { expect, test } from "vitest";
import type { Account } from "~/api/session";
import { actorOf, renewal, stepsFor } from "./can";

const account: Account = {
  id: "a",
  email: "a@demo.example",
  second_factor_missing: false,
  name: "A",
  role: "scheme_administrator",
};

test("the scheme takes steps with what others hold, the holder gives back", () => {
  expect(actorOf(account, undefined, "x")).toBe("scheme");
  expect(actorOf(account, "x", "x")).toBe("holder");
  expect(actorOf({ ...account, role: "admin" }, "y", "x")).toBeNull();
  expect(actorOf(null, undefined, "x")).toBeNull();
});

test("what is final stays so, and nobody gives back what is suspended", () => {
  expect(stepsFor("scheme", "suspended")).toEqual(["reinstate", "revoke"]);
  expect(stepsFor("scheme", "revoked")).toEqual([]);
  expect(stepsFor("scheme", "withdrawn")).toEqual([]);
  expect(stepsFor("holder", "active")).toEqual(["withdraw"]);
  expect(stepsFor("holder", "suspended")).toEqual([]);
  expect(stepsFor(null, "active")).toEqual([]);
});

test("a renewal opens before the last day and closes after it", () => {
  const scheme = { renewal_opens_days: 90, grace_days: 30 };
  expect(renewal("2027-02-27", scheme, "2026-11-28")).toEqual({ open: false, opens: "2026-11-29" });
  expect(renewal("2027-02-27", scheme, "2026-11-29")).toEqual({ open: true });
  expect(renewal("2027-02-27", scheme, "2027-03-29")).toEqual({ open: true });
  expect(renewal("2027-02-27", scheme, "2027-03-30")).toEqual({ open: false, closed: "2027-03-29" });
});
