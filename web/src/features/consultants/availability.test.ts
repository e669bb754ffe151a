import { expect, test } from "vitest";
import { availability, endsSoon } from "./availability";

const today = "2026-11-28";

test("what has come is today, what is near is counted, what is far is named", () => {
  expect(availability("2026-11-01", today)).toEqual({ kind: "today" });
  expect(availability("2026-11-28", today)).toEqual({ kind: "today" });
  expect(availability("2026-12-02", today)).toEqual({ kind: "in", days: 4 });
  expect(availability("2027-03-01", today)).toEqual({ kind: "from", day: "2027-03-01" });
  expect(availability(null, today)).toEqual({ kind: "unsaid" });
});

test("an end within sixty days is told, the first of them", () => {
  expect(endsSoon(["2029-01-01", "2027-01-08"], today)).toBe(41);
  expect(endsSoon(["2027-01-27"], today)).toBe(60);
  expect(endsSoon(["2027-01-28"], today)).toBeNull();
  expect(endsSoon([], today)).toBeNull();
});
