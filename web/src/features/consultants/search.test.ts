import { expect, test } from "vitest";
import { asFilter, consultantsSearch } from "./search";

test("an address is read, and what nobody offers falls away", () => {
  const search = consultantsSearch({
    domain: "training,navigation,sorcery",
    near: "NLRTM",
    within: "350",
    discipline: "offensive_testing,<script>",
    level: "practitioner",
    language: "nl,en,xx",
    available_on: "2026-12-32",
    mode: "remote",
  });
  expect(search).toMatchObject({
    domain: ["navigation", "training"],
    near: "NLRTM",
    within: "350",
    discipline: ["offensive_testing"],
    level: "practitioner",
    language: ["en", "nl"],
    available_on: undefined,
    mode: "remote",
  });
});

test("a distance without a port means nothing", () => {
  expect(consultantsSearch({ within: "50" }).within).toBeUndefined();
  expect(consultantsSearch({ near: "Rotterdam", within: "50" })).toMatchObject({
    near: undefined,
    within: undefined,
  });
});

test("the filter is the API's, without the page", () => {
  const search = consultantsSearch({ domain: "cloud,training", near: "NLRTM", within: "50", cursor: "abc" });
  expect(asFilter(search)).toEqual({ domain: "cloud,training", near: "NLRTM", within: "50" });
});
