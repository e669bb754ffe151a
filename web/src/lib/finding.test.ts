import { expect, test } from "vitest";
import type { FigureCell, FigureView } from "./figures";
import { finding } from "./finding";

const open = (value: number): FigureCell => ({ value, hidden: "no" });
const hidden: FigureCell = { hidden: "small" };

function figure(rows: Record<string, FigureCell[]>): FigureView {
  return {
    periods: [
      { id: "2024", partial: false },
      { id: "2025", partial: false },
      { id: "2026", partial: true },
    ],
    rows: Object.entries(rows).map(([word, cells]) => ({ word, cells, total: { value: 0, atLeast: false } })),
    totals: [],
    total: { value: 0, atLeast: false },
  };
}

test("names the row that changed most between two whole periods", () => {
  const rows = { a: [open(10), open(30), open(0)], b: [open(100), open(60), open(500)] };
  expect(finding(figure(rows), 1)).toEqual({
    change: "fell",
    word: "b",
    before: 100,
    after: 60,
    from: "2024",
    to: "2025",
  });
});

test("passes over rows with a hidden cell, and says level when nothing moved", () => {
  const rows = {
    a: [hidden, open(300), open(0)],
    b: [open(100), open(120), open(0)],
    c: [open(5), open(4), open(0)],
  };
  expect(finding(figure(rows), 1)).toEqual({ change: "level", from: "2024", to: "2025" });
});

test("says nothing when there is no earlier period", () => {
  expect(finding(figure({ a: [open(1), open(2), open(3)] }), 4)).toBeNull();
});
