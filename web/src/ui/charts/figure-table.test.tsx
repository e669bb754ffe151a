import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { view, type FigureTable as Figures } from "~/lib/figures";
import { WordsProvider } from "~/words/words-provider";
import { FigureTable } from "./figure-table";

const table: Figures = {
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
};

afterEach(cleanup);

test("hidden cells, lower bounds and periods that are not over are told to those who hear the table", () => {
  const figure = view(table);
  render(
    <WordsProvider>
      <FigureTable
        name="Incidents by what happened"
        dimension="What happened"
        figure={figure}
        periods={figure.periods.map((period) => ({ ...period, label: period.id }))}
        labelOf={(word) => word}
        accent={undefined}
      />
    </WordsProvider>,
  );
  expect(screen.getByRole("columnheader", { name: "2026 (not over yet)" })).toBeTruthy();
  const row = screen.getByRole("row", { name: /intrusion/ });
  expect(row.textContent).toContain("hidden");
  expect(row.textContent).toContain("at least 15");
});
