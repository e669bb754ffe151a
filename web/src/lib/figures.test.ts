import { expect, test } from "vitest";
import { hiddenShare, lastWhole, sum, view, years, type FigureCell, type FigureTable } from "./figures";

const open = (value: number): FigureCell => ({ value, hidden: "no" });
const small: FigureCell = { value: null, hidden: "small" };
const table: FigureTable = {
  periods: [
    { id: "2024", partial: false },
    { id: "2025", partial: false },
    { id: "2026", partial: true },
  ],
  rows: [
    { word: "other", cells: [small, open(10), small], total: { hidden: "complement" } },
    { word: "intrusion", cells: [open(20), open(30), open(15)], total: open(60) },
  ],
  totals: [open(25), open(40), open(20)],
  total: open(85),
};

test("a published total is kept as it was rounded, a hidden one becomes a lower bound", () => {
  const whole = view(table);
  expect(whole.rows.map((row) => [row.word, row.total])).toEqual([
    ["intrusion", { value: 60, atLeast: false }],
    ["other", { value: 10, atLeast: true }],
  ]);
});

test("a part of the range adds up what is shown", () => {
  const part = view(table, "2025", "2025");
  expect(part.periods.map((period) => period.id)).toEqual(["2025"]);
  expect(part.total).toEqual({ value: 40, atLeast: false });
});

test("a sum over hidden cells says so", () => {
  expect(sum([open(10), small])).toEqual({ value: 10, atLeast: true });
});

test("knows its years, its last whole period and how much is hidden", () => {
  expect(years(table)).toEqual(["2024", "2025", "2026"]);
  expect(lastWhole(table)).toBe(1);
  expect(hiddenShare(table)).toBeCloseTo(2 / 6);
});
