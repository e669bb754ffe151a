import { expect, test } from "vitest";
import { figuresSearch, liveSearch } from "./search";

test("keeps what it knows and drops the rest", () => {
  expect(
    figuresSearch({ by: "system", period: "week", series: "public_source", from: "2024", to: "24" }),
  ).toEqual({
    by: "system",
    series: "public_source",
    from: "2024",
  });
});

test("the live view counts in months", () => {
  expect(liveSearch({ from: "2024-13", to: "2024-12" })).toEqual({ to: "2024-12" });
});
