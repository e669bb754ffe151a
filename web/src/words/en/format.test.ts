import { expect, test } from "vitest";
import { format } from "./format";

test("dates are written in UTC, and what is no date is left as it is", () => {
  expect(format.day("2026-11-21")).toBe("21 Nov 2026");
  expect(format.month("2026-11")).toBe("Nov 2026");
  expect(format.moment("2026-11-21T23:30:00Z")).toBe("21 Nov 2026, 23:30 UTC");
  expect(format.day("soon")).toBe("soon");
});

test("counts agree with their noun", () => {
  expect(format.count(1, "report", "reports")).toBe("1 report");
  expect(format.count(1076, "report", "reports")).toBe("1,076 reports");
});

test("shares are whole per cents", () => {
  expect(format.percent(0.518)).toBe("52 %");
});
