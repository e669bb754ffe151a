import { expect, test } from "vitest";
import { isReasonFor } from "./sanction-reasons";

test("what is still open ends nothing for good", () => {
  expect(isReasonFor("suspend", "under_investigation")).toBe(true);
  expect(isReasonFor("revoke", "under_investigation")).toBe(false);
  expect(isReasonFor("revoke", "holder_request")).toBe(false);
  expect(isReasonFor("revoke", "misconduct")).toBe(true);
});
