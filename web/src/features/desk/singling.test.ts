import { expect, test } from "vitest";
import { singlingOfAnswers, singlingOfCoding } from "./singling";

const coded = {
  victim_type: "vessel",
  vessel_type: "oil_tanker_crude",
  size_band: "gt_50000_99999",
  sea_region: "black_sea",
  occurred_precision: "week",
};

test("type, size, area and week together are too much; any one less is not", () => {
  expect(singlingOfCoding(coded)).toEqual(["type", "size", "area", "week"]);
  expect(singlingOfCoding({ ...coded, size_band: "" })).toEqual([]);
  expect(singlingOfCoding({ ...coded, sea_region: "" })).toEqual([]);
  expect(singlingOfCoding({ ...coded, occurred_precision: "month" })).toEqual([]);
});

test("rare ships and exact days weigh double", () => {
  expect(singlingOfCoding({ ...coded, size_band: "", vessel_type: "icebreaker" })).toEqual([
    "rare_type",
    "area",
    "week",
  ]);
  expect(singlingOfCoding({ ...coded, size_band: "", occurred_precision: "day" })).toEqual([
    "type",
    "area",
    "day",
  ]);
});

test("where no ship was hit its facts do not count", () => {
  expect(singlingOfCoding({ ...coded, victim_type: "shore_office" })).toEqual([]);
});

test("answers are weighed with their port and their day", () => {
  expect(
    singlingOfAnswers({
      what: "nearly",
      when: { choice: "date", date: "2026-11-18" },
      where: "in_port",
      unlocode: "NLRTM",
      country: "NL",
    }),
  ).toEqual(["port", "day"]);
  expect(singlingOfAnswers({ what: "nearly", when: { choice: "this_month" }, where: "at_sea" })).toEqual([]);
});
