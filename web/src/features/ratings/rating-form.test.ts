import { expect, test } from "vitest";
import { emptyRating, ratingOf, starsOf } from "./rating-form";

const typed = {
  ...emptyRating,
  from_on: "2026-03-02",
  to_on: "2026-03-06",
  competence: "5",
  conduct: "4",
  report: "3",
  timeliness: "2",
  no_tie: true,
};

test("what is typed leaves as numbers, and an empty remark does not leave", () => {
  expect(ratingOf({ supplier: "s" }, { ...typed, remark: "  " })).toEqual({
    supplier_id: "s",
    from_on: "2026-03-02",
    to_on: "2026-03-06",
    competence: 5,
    conduct: 4,
    report: 3,
    timeliness: 2,
    remark: null,
    named: false,
    no_tie: true,
  });
  expect(ratingOf({ consultant: "c" }, { ...typed, remark: " Good. " })).toMatchObject({
    consultant_id: "c",
    remark: "Good.",
  });
});

test("stars come in the order of the criteria", () => {
  expect(starsOf({ timeliness: 1, report: 2, conduct: 3, competence: 4 })).toEqual([
    ["competence", 4],
    ["conduct", 3],
    ["report", 2],
    ["timeliness", 1],
  ]);
});
