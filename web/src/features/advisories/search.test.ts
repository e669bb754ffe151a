import { expect, test } from "vitest";
import { advisoriesSearch } from "./search";

test("filters are lists of known words", () => {
  expect(advisoriesSearch({ status: "draft,gone", severity: "critical", cursor: "c" })).toEqual({
    status: ["draft"],
    severity: ["critical"],
    cursor: "c",
  });
});
