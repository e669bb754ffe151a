import { expect, test } from "vitest";
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";
import { canEdit, canWithdraw, releaseOffer } from "./can";

const analyst: Account = {
  id: "a",
  email: "a@demo.example",
  second_factor_missing: false,
  name: "A",
  role: "analyst",
};
const second: Account = { ...analyst, id: "b" };
const member: Account = { ...analyst, role: "member" };
const draft: Schemas["Advisory"] = {
  id: "1",
  status: "draft",
  demo: false,
  title: "t",
  what_happened: "w",
  lesson: "l",
  severity: "major",
  tlp: "clear",
  kind: "intrusion",
  sea_regions: [],
  systems: [],
  revision: 1,
  author_id: "a",
  writers: ["a"],
};

test("the author may not release, a second analyst may", () => {
  expect(releaseOffer(analyst, draft)).toBe("author");
  expect(releaseOffer(second, draft)).toBe("offered");
  expect(releaseOffer(member, draft)).toBe("hidden");
  expect(releaseOffer(null, draft)).toBe("hidden");
});

test("whoever wrote part of it may not release either", () => {
  const edited = { ...draft, writers: ["a", "b"] };
  expect(releaseOffer(analyst, edited)).toBe("author");
  expect(releaseOffer(second, edited)).toBe("writer");
  expect(releaseOffer({ ...analyst, id: "c" }, edited)).toBe("offered");
});

test("what is released is not edited", () => {
  expect(canEdit(analyst, { ...draft, status: "released" })).toBe(false);
  expect(canEdit(analyst, draft)).toBe(true);
  expect(canWithdraw(analyst, { ...draft, status: "released" })).toBe(true);
  expect(canWithdraw(analyst, draft)).toBe(false);
});
