import { expect, test } from "vitest";
import { renewal } from "./renewal";

test("a renewal opens before the last day and closes after it", () => {
  const scheme = { renewal_opens_days: 90, grace_days: 30 };
  expect(renewal("2027-02-27", scheme, "2026-11-28")).toEqual({ open: false, opens: "2026-11-29" });
  expect(renewal("2027-02-27", scheme, "2026-11-29")).toEqual({ open: true });
  expect(renewal("2027-02-27", scheme, "2027-03-29")).toEqual({ open: true });
  expect(renewal("2027-02-27", scheme, "2027-03-30")).toEqual({ open: false, closed: "2027-03-29" });
});
