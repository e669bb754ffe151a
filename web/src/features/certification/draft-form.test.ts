import { expect, test } from "vitest";
import { application } from "./application.fixture";
import {
  formOf,
  isIncomplete,
  newInterest,
  newReferee,
  updateOf,
  withDeclared,
  withPapers,
} from "./draft-form";

test("a draft that nobody touched is sent as it was read", () => {
  expect(updateOf(formOf(application))).toEqual({
    statement: "Nine years on the bridges of tankers.",
    interests: [],
    no_interests: true,
    declared: ["conduct"],
    conduct_version: "1",
    evidence: [{ requirement: "identity", file_id: "paper-1" }],
    referees: [{ name: "A. Master", email: "master@line.example", relation: "Master of the tanker" }],
  });
});

test("a row that is not complete stays here, and the rest is sent", () => {
  const form = { ...formOf(application), referees: [{ ...newReferee(), name: "B. Chief" }] };
  expect(updateOf(form).referees).toEqual([]);
  expect(isIncomplete(form)).toBe(true);
  expect(isIncomplete({ ...form, referees: [newReferee()] })).toBe(false);
});

test("whoever lists an interest has not declared that there are none", () => {
  const interest = { ...newInterest(), company: "Example Line", relation: "shares" };
  const sent = updateOf({ ...formOf(application), interests: [interest] });
  expect(sent.no_interests).toBe(false);
  expect(sent.interests).toEqual([{ company: "Example Line", relation: "shares", to_on: null }]);
});

test("papers and declarations of one requirement leave the others alone", () => {
  const form = withPapers(formOf(application), "insurance", ["paper-2"]);
  expect(form.evidence).toHaveLength(2);
  expect(withPapers(form, "identity", []).evidence).toEqual([
    { requirement: "insurance", file_id: "paper-2" },
  ]);
  expect(withDeclared(form, "conduct", false).declared).toEqual([]);
});
