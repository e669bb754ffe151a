import { expect, test } from "vitest";
import { figuresSearch, mended, rangeFault } from "./search";

test("keeps what it knows and drops the rest, but for the range", () => {
  expect(
    figuresSearch({ by: "system", period: "week", series: "public_source", from: "2024", to: " 24 " }),
  ).toEqual({
    by: "system",
    series: "public_source",
    from: "2024",
    to: "24",
  });
});

test("a range has one fault, or none", () => {
  expect(rangeFault({}, "year")).toBeNull();
  expect(rangeFault({ from: "2024", to: "2024" }, "year")).toBeNull();
  expect(rangeFault({ from: "2025", to: "2024" }, "year")).toEqual({
    kind: "order",
    from: "2025",
    to: "2024",
  });
  expect(rangeFault({ from: "2025-01", to: "2024" }, "year")).toEqual({ kind: "form", wrong: ["2025-01"] });
  expect(rangeFault({ from: "2024-13", to: "2025" }, "month")).toEqual({
    kind: "form",
    wrong: ["2024-13", "2025"],
  });
  expect(rangeFault({ from: "2024-12", to: "2025-01" }, "month")).toBeNull();
});

test("what was probably meant can be shown with one step", () => {
  expect(mended({ from: "2025-01", to: "2024-01" }, "year")).toEqual({ from: "2024", to: "2025" });
  expect(mended({ from: "2025" }, "month")).toEqual({ from: "2025-01", to: undefined });
  expect(mended({ from: "2025", to: "2024-03" }, "month")).toEqual({ from: "2024-03", to: "2025-12" });
  expect(mended({ from: "2024", to: "last year" }, "year")).toBeNull();
  expect(mended({ to: "2024-13" }, "month")).toBeNull();
});
