import { expect, test } from "vitest";
import type { Account } from "~/api/session";
import { managedRoles, managesEntry, offerFor, organisationSteps, standingIn } from "./can";

const home = { id: "o", name: "Demo", kind: "port" } as const;
const owner: Account = {
  id: "a",
  email: "a@demo.example",
  second_factor_missing: false,
  name: "A",
  role: "member",
  organisation: home,
  membership: { id: "m", role: "owner", state: "confirmed", organisation: home },
};
const waiting: Account = {
  ...owner,
  organisation: null,
  membership: { id: "m", role: "owner", state: "accepted", organisation: home },
};
const admin: Account = {
  id: "z",
  email: "z@demo.example",
  second_factor_missing: false,
  name: "Z",
  role: "admin",
};
const confirmed = { account_id: "b", role: "member", state: "confirmed" } as const;

test("a role counts in its own organisation, and only once it is confirmed", () => {
  expect(standingIn(owner, "o")).toBe("owner");
  expect(standingIn(owner, "p")).toBeNull();
  expect(standingIn(waiting, "o")).toBeNull();
  expect(standingIn(admin, "o")).toBe("admin");
  expect(standingIn(null, "o")).toBeNull();
});

test("nobody lifts another to their own height but an owner", () => {
  expect(managedRoles("owner")).toHaveLength(5);
  expect(managedRoles("cso")).toEqual(["member", "auditor", "duty_officer"]);
  expect(managedRoles("auditor")).toEqual([]);
  expect(managesEntry("cso")).toBe(true);
  expect(managesEntry("duty_officer")).toBe(false);
});

test("nobody decides on themselves, and others only where it is lawful", () => {
  expect(offerFor("owner", owner, { ...confirmed, account_id: "a" })).toBe("own");
  expect(offerFor("cso", owner, { ...confirmed, role: "owner" })).toBe("above");
  expect(offerFor("member", owner, confirmed)).toBe("read-only");
  expect(offerFor("owner", owner, confirmed)).toEqual({ steps: ["suspend", "remove"] });
  expect(offerFor("admin", admin, { ...confirmed, state: "accepted" })).toEqual({
    steps: ["confirm", "remove"],
  });
});

test("administrators change where an organisation stands, an owner lets it leave, and who left stays away", () => {
  expect(organisationSteps("admin", "member")).toEqual(["suspend", "leave"]);
  expect(organisationSteps("admin", "left")).toEqual([]);
  expect(organisationSteps("owner", "member")).toEqual(["leave"]);
  expect(organisationSteps("owner", "left")).toEqual([]);
  expect(organisationSteps("cso", "member")).toEqual([]);
});
