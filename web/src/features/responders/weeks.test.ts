import { expect, test } from "vitest";
import { mondayOf, weeksOf } from "./weeks";

const duty = (name: string, starts_at: string, ends_at: string) => ({
  id: name,
  consultant_id: name,
  name,
  starts_at,
  ends_at,
});

test("a week begins on Monday", () => {
  expect(mondayOf("2026-11-23T00:00:00Z")).toBe("2026-11-23");
  expect(mondayOf("2026-11-28T18:00:00Z")).toBe("2026-11-23");
  expect(mondayOf("2026-11-29T23:59:00Z")).toBe("2026-11-23");
});

test("duties and gaps stand in the order in which they begin, by week", () => {
  const weeks = weeksOf({
    from: "2026-11-28T12:00:00Z",
    to: "2026-12-26T12:00:00Z",
    duties: [
      duty("Ada", "2026-11-20T08:00:00Z", "2026-11-29T08:00:00Z"),
      duty("Bo", "2026-11-30T08:00:00Z", "2026-12-26T12:00:00Z"),
    ],
    gaps: [{ from: "2026-11-29T08:00:00Z", to: "2026-11-30T08:00:00Z" }],
  });
  expect(
    weeks.map(({ monday, stretches }) => [monday, stretches.map(({ duty: on }) => on?.name ?? "gap")]),
  ).toEqual([
    ["2026-11-23", ["Ada", "gap"]],
    ["2026-11-30", ["Bo"]],
  ]);
});

test("a rota without anybody is one gap", () => {
  const from = "2026-11-28T12:00:00.5Z";
  const to = "2026-12-26T12:00:00.5Z";
  const weeks = weeksOf({ from, to, duties: [], gaps: [{ from, to }] });
  expect(weeks).toEqual([{ monday: "2026-11-23", stretches: [{ from, to, duty: null }] }]);
});
