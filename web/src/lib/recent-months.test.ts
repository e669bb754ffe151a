import { expect, test } from "vitest";
import { recentMonths } from "./recent-months";

test("runs from six years back to the present month", () => {
  const months = recentMonths(new Date("2026-11-21T00:00:00Z"));
  expect(months[0]).toBe("2020-01");
  expect(months.at(-1)).toBe("2026-11");
});
