import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { WordsProvider } from "~/words/words-provider";
import { shownColumns } from "./columns-menu";
import { DataTable, type Column } from "./data-table";

interface Row {
  id: string;
  month: string;
}

const columns: Column<Row>[] = [
  { id: "id", header: "Incident", phone: "main", cell: (row) => <a href={`#${row.id}`}>{row.id}</a> },
  { id: "month", header: "Recorded", sortKey: "month", cell: (row) => row.month },
  { id: "track", header: "Came in", extra: true, cell: () => null },
];
const rows = [
  { id: "INC-1", month: "2026-11" },
  { id: "INC-2", month: "2026-10" },
];

afterEach(cleanup);

function show(onSort = vi.fn()) {
  render(
    <WordsProvider>
      <DataTable
        name="Incidents"
        columns={shownColumns(columns, undefined)}
        rows={rows}
        rowKey={(row) => row.id}
        sort="-month"
        onSort={onSort}
        paging={{ previous: undefined, next: vi.fn() }}
      />
    </WordsProvider>,
  );
  return onSort;
}

test("says by which column it is sorted and turns the order round", () => {
  const onSort = show();
  expect(screen.getByRole("columnheader", { name: /Recorded/ }).getAttribute("aria-sort")).toBe("descending");
  fireEvent.click(screen.getByRole("button", { name: /Recorded/ }));
  expect(onSort).toHaveBeenCalledWith("month");
});

test("j and k walk over the rows and stop at the ends", () => {
  show();
  for (const key of ["j", "j", "j"]) fireEvent.keyDown(document.body, { key });
  expect(document.activeElement?.textContent).toBe("INC-2");
  fireEvent.keyDown(document.body, { key: "k" });
  expect(document.activeElement?.textContent).toBe("INC-1");
});

test("offers only the pages that exist", () => {
  show();
  expect(screen.getByRole("button", { name: "Previous" })).toHaveProperty("disabled", true);
  expect(screen.getByRole("button", { name: "Next" })).toHaveProperty("disabled", false);
});

test("extra columns appear when they are asked for", () => {
  expect(shownColumns(columns, undefined).map((column) => column.id)).toEqual(["id", "month"]);
  expect(shownColumns(columns, ["id", "track"]).map((column) => column.id)).toEqual(["id", "track"]);
});
