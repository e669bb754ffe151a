import { expect, test } from "vitest";
import type { Account } from "~/api/session";
import { actorOf, stepsFor } from "./can";

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
