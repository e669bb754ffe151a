import { expect, test } from "vitest";
import type { Account } from "~/api/session";
import { decisionsFor } from "./can";

const analyst: Account = {
  id: "a",
  email: "a@demo.example",
  second_factor_missing: false,
  name: "A",
  role: "analyst",
};
const member: Account = {
  id: "m",
  email: "m@demo.example",
  second_factor_missing: false,
  name: "M",
  role: "member",
  organisation: { id: "o", name: "O", kind: "shipping_company" },
  membership: {
    id: "p",
    role: "member",
    state: "confirmed",
    organisation: { id: "o", name: "O", kind: "shipping_company" },
  },
};

test("an analyst takes up, then accepts, refuses or links", () => {
  expect(decisionsFor(analyst, { status: "submitted", track: "named", organisation_id: "o" })).toEqual([
    "take_up",
  ]);
  expect(decisionsFor(analyst, { status: "in_triage", track: "named", organisation_id: "o" })).toEqual([
    "accept",
    "refuse",
    "link_duplicate",
  ]);
});

test("a member may withdraw what their own organisation reported, and nothing else", () => {
  expect(decisionsFor(member, { status: "submitted", track: "named", organisation_id: "o" })).toEqual([
    "withdraw",
  ]);
  expect(decisionsFor(member, { status: "submitted", track: "named", organisation_id: "x" })).toEqual([]);
  expect(decisionsFor(null, { status: "submitted", track: "named" })).toEqual([]);
});

test("what was withdrawn stays so", () => {
  expect(decisionsFor(analyst, { status: "withdrawn", track: "named" })).toEqual([]);
});
