import { expect, test } from "vitest";
import { daysLeft, endingSoon, stateOf } from "./key-state";

const now = new Date("2026-11-20T12:00:00Z");
const key = { expires_at: "2027-02-01T00:00:00Z" };

test("a key is revoked before it is anything else", () => {
  const revoked = { ...key, revoked_at: "2026-11-01T00:00:00Z", revoked_reason: "reported as leaked" };
  const state = { kind: "revoked", at: "2026-11-01T00:00:00Z", reason: "reported as leaked" };
  expect(stateOf(revoked, now)).toEqual(state);
  expect(stateOf({ ...revoked, expires_at: "2026-11-10T00:00:00Z" }, now)).toEqual(state);
});

test("the old secret counts until its hour, and not with a key that has run out", () => {
  const until = "2026-11-21T12:00:00Z";
  expect(stateOf({ ...key, previous_until: until }, now)).toEqual({ kind: "rotated", until });
  expect(stateOf({ ...key, previous_until: "2026-11-20T12:00:00Z" }, now)).toEqual({ kind: "active" });
  const ended = { expires_at: "2026-11-20T12:00:00Z", previous_until: until };
  expect(stateOf(ended, now)).toEqual({ kind: "expired" });
});

test("the last fourteen days are counted", () => {
  const ending = (expires_at: string) => daysLeft({ expires_at }, now);
  expect(ending("2026-12-04T12:00:00Z")).toBe(14);
  expect(ending("2026-12-04T12:00:01Z")).toBeNull();
  expect(ending("2026-11-21T11:00:00Z")).toBe(0);
  expect(ending("2026-11-20T11:00:00Z")).toBeNull();
  const revoked = { expires_at: "2026-11-22T00:00:00Z", revoked_at: "2026-11-02T00:00:00Z" };
  expect(daysLeft(revoked, now)).toBeNull();
  expect(endingSoon([key, revoked, { expires_at: "2026-11-22T00:00:00Z" }], now)).toBe(1);
});
