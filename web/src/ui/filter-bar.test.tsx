import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { WordsProvider } from "~/words/words-provider";
import { FilterBar, type Filter } from "./filter-bar";

afterEach(cleanup);

const options = [
  { value: "critical", label: "Critical" },
  { value: "major", label: "Major" },
];

function show(filter: Filter) {
  render(
    <WordsProvider>
      <FilterBar filters={[filter]} />
    </WordsProvider>,
  );
}

test("a filter that is not set waits behind “Add filter”, and opens where it is added", () => {
  const onChange = vi.fn();
  show({ kind: "many", id: "severity", label: "Severity", options, value: undefined, onChange });
  expect(screen.queryByRole("button", { name: /Severity/ })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Add filter" }));
  fireEvent.click(screen.getByRole("button", { name: "Severity" }));
  const first = screen.getByRole("checkbox", { name: "Critical" });
  expect(document.activeElement).toBe(first);
  fireEvent.click(first);
  expect(onChange).toHaveBeenCalledWith(["critical"]);
});

test("taking the last word away clears the filter", () => {
  const onChange = vi.fn();
  show({ kind: "many", id: "severity", label: "Severity", options, value: ["major"], onChange });
  fireEvent.click(screen.getByRole("button", { name: "Severity Major" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Major" }));
  expect(onChange).toHaveBeenCalledWith(undefined);
});

test("a range that covers everything is no filter, and its ends are put in order", () => {
  const onChange = vi.fn();
  const years = ["2024", "2025", "2026"].map((year) => ({ value: year, label: year }));
  show({ kind: "range", id: "years", label: "Years", options: years, from: "2025", to: undefined, onChange });
  fireEvent.click(screen.getByRole("button", { name: "Years 2025 – 2026" }));
  fireEvent.change(screen.getByLabelText("From"), { target: { value: "2024" } });
  expect(onChange).toHaveBeenLastCalledWith(undefined, undefined);
  fireEvent.change(screen.getByLabelText("To"), { target: { value: "2024" } });
  expect(onChange).toHaveBeenLastCalledWith(undefined, "2025");
});
