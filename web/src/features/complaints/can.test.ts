import { expect, test } from "vitest";
import { needsReason, sanctionsFor, stepsFor } from "./can";

test("nothing is upheld that was not investigated, and what is decided stays", () => {
  expect(stepsFor("received")).toEqual(["investigate", "dismiss"]);
  expect(stepsFor("investigating")).toEqual(["uphold", "dismiss"]);
  expect(stepsFor("upheld")).toEqual([]);
  expect(stepsFor("dismissed")).toEqual([]);
});

test("a sanction fits the step and the certificate", () => {
  expect(sanctionsFor("investigate", "active")).toEqual(["suspend"]);
  expect(sanctionsFor("investigate", "suspended")).toEqual([]);
  expect(sanctionsFor("uphold", "active")).toEqual(["suspend", "revoke"]);
  expect(sanctionsFor("uphold", "suspended")).toEqual(["revoke", "reinstate"]);
  expect(sanctionsFor("dismiss", "suspended")).toEqual(["reinstate"]);
  expect(sanctionsFor("uphold", "revoked")).toEqual([]);
});

test("what is taken from a holder has a class of reason", () => {
  expect(needsReason("suspend")).toBe(true);
  expect(needsReason("revoke")).toBe(true);
  expect(needsReason("reinstate")).toBe(false);
  expect(needsReason(undefined)).toBe(false);
});
