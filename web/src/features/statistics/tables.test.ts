import { expect, test } from "vitest";
import type { Schemas } from "~/api/client";
import { bestPeriod, periodsOf, tableOf, wordLabel } from "./tables";

type Table = Schemas["Table"];

function table(period: Table["period"], cells: Table["rows"][number]["cells"]): Table {
  return {
    dimension: "kind",
    series: "reported",
    period,
    periods: cells.map((_, at) => ({ id: String(2024 + at), partial: false })),
    rows: [{ word: "intrusion", cells, total: { value: 10, hidden: "no" } }],
    totals: cells,
    total: { value: 10, hidden: "no" },
    n: 10,
    as_of: "2026-11-01T00:00:00Z",
    definition: "d",
    threshold: 10,
    rounding: 5,
  };
}

const release: Schemas["Release"] = {
  id: "r",
  published_at: "2026-11-01T00:00:00Z",
  as_of: "2026-11-01T00:00:00Z",
  threshold: 10,
  rounding: 5,
  definition: "d",
  tables: [
    table("month", [{ hidden: "small" }, { hidden: "small" }, { value: 10, hidden: "no" }]),
    table("year", [{ value: 10, hidden: "no" }]),
  ],
};

test("finds a table by dimension, period and series", () => {
  expect(tableOf(release, "kind", "year", "reported")?.period).toBe("year");
  expect(tableOf(release, "system", "year", "reported")).toBeUndefined();
  expect(periodsOf(release, "kind", "reported")).toEqual(["month", "year"]);
});

test("months of which most are hidden give way to years", () => {
  expect(bestPeriod(release, "kind", "reported")).toBe("year");
});

test("a group of systems has its name where a system has none", () => {
  expect(wordLabel("system", "gnss")).toContain("GNSS");
  expect(wordLabel("system", "bridge")).toBe("Bridge");
  expect(wordLabel("sea_region", "unknown")).toBe("Not said");
  expect(wordLabel("severity", "unknown")).toBe("Unknown");
});
