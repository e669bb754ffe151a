import { expect, test } from "vitest";
import { firstCall } from "./key-call";

const called = (key: Parameters<typeof firstCall>[0]) => /'(.*)' \\/.exec(firstCall(key))?.[1];

test("the first call is one that the key opens", () => {
  const home = window.location.origin;
  expect(called({ scopes: ["incidents:write", "advisories:read"], test: false })).toBe(
    `${home}/api/v1/advisories?limit=5`,
  );
  expect(called({ scopes: ["incidents:write"], test: false })).toBe(`${home}/api/v1/me/limits`);
  expect(called({ scopes: ["statistics:read"], test: true })).toBe(`${home}/api/v1/me/limits`);
});

test("the key itself is never in the call", () => {
  expect(firstCall({ scopes: ["incidents:read"], test: false })).toContain("Bearer $BELLBUOY_KEY");
});
