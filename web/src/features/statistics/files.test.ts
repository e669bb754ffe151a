import { expect, test } from "vitest";
import type { Schemas } from "~/api/client";
import { view } from "~/lib/figures";
import { figureCsv, figureNdjson, fileName } from "./files";

const table: Schemas["Table"] = {
  dimension: "kind",
  series: "reported",
  period: "year",
  periods: [
    { id: "2025", partial: false },
    { id: "2026", partial: true },
  ],
  rows: [
    {
      word: "intrusion",
      cells: [{ value: 15, hidden: "no" }, { hidden: "small" }],
      total: { hidden: "complement" },
    },
  ],
  totals: [
    { value: 15, hidden: "no" },
    { value: 5, hidden: "no" },
  ],
  total: { value: 20, hidden: "no" },
  n: 20,
  as_of: "2026-11-01T00:00:00Z",
  definition: "d",
  threshold: 10,
  rounding: 5,
};

test("a hidden cell is empty and its total a lower bound", () => {
  expect(figureCsv(table, view(table))).toBe(
    "\uFEFFword,label,2025,2026,total,total_is_lower_bound\r\nintrusion,Intrusion,15,,15,yes\r\n",
  );
});

test("open data has one line per cell and says why a cell is hidden", () => {
  const lines = figureNdjson(table, view(table)).trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"value":null,"hidden":"small"');
});

test("the file is named after what is in it and its date", () => {
  expect(fileName(table)).toBe("bellbuoy-incidents-by-kind-reported-2026-11-01");
});
