import { expect, test } from "vitest";
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";
import { staffRoles, stepsFor } from "./can";

const me: Account = {
  id: "a",
  email: "admin@demo.example",
  name: "A",
  role: "admin",
  second_factor_missing: false,
};
const person: Schemas["StaffMember"] = {
  id: "b",
  email: "b@demo.example",
  name: "B",
  role: "analyst",
  suspended: false,
  created_at: "2026-11-01T00:00:00Z",
  changed_at: "2026-11-01T00:00:00Z",
  revision: 1,
  etag: "x",
};

test("nobody changes themselves", () => {
  expect(stepsFor(me, { ...person, id: "a" })).toBe("own");
});

test("somebody who is suspended is not let in again before that is lifted", () => {
  expect(stepsFor(me, person)).toEqual(["role", "recover", "suspend"]);
  expect(stepsFor(me, { ...person, suspended: true })).toEqual(["reinstate", "role"]);
});

test("nobody is made a member here", () => {
  expect(staffRoles()).toContain("admin");
  expect(staffRoles()).not.toContain("member");
});
