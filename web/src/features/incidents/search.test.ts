import { expect, test } from "vitest";
import { asFilter, incidentsSearch } from "./search";

test("an address typed by hand is read as far as it makes sense", () => {
  const search = incidentsSearch({
    status: "submitted,nonsense",
    month_gte: "2026-13",
    q: "  crane ",
    sort: "-severity",
    columns: "kind,<b>,track",
  });
  expect(search).toEqual({ status: ["submitted"], q: "crane", columns: ["kind", "track"] });
});

test("the API gets the filter without what belongs to the page", () => {
  expect(
    asFilter({
      severity: ["critical", "major"],
      q: "gate",
      cursor: "c",
      columns: ["kind"],
      sort: "recorded_month",
    }),
  ).toEqual({ severity: "critical,major", q: "gate", sort: "recorded_month" });
});
