import { expect, test } from "vitest";
import { count, ordered } from "./order";

const finding = (check: string, state: string) => ({ check, state, found: "", remedy: null });

test("what is wrong stands first, the rest as it came", () => {
  const all = [
    finding("tls", "ok"),
    finding("clock", "warning"),
    finding("keys", "ok"),
    finding("mail", "fault"),
    finding("new", "unheard of"),
  ];
  expect(ordered(all).map(({ check }) => check)).toEqual(["mail", "clock", "new", "tls", "keys"]);
  expect([count(all, "fault"), count(all, "warning"), count(all, "ok")]).toEqual([1, 2, 2]);
});
