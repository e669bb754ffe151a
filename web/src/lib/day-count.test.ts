import { expect, test } from "vitest";
import { daysBetween, daysLater } from "./day-count";

test("days are counted over months, years and leap days", () => {
  expect(daysBetween("2026-11-28", "2026-12-02")).toBe(4);
  expect(daysBetween("2027-12-31", "2028-03-01")).toBe(61);
  expect(daysBetween("2026-11-28", "2026-11-28")).toBe(0);
  expect(daysBetween("2026-11-28", "2026-11-20")).toBe(-8);
  expect(daysBetween("2026-11-28", "soon")).toBeNull();
});

test("a day some days later", () => {
  expect(daysLater("2026-12-30", 3)).toBe("2027-01-02");
});
