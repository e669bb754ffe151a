import { expect, test } from "vitest";
import { cursorOf } from "./cursor";

test("takes the cursor out of an absolute address", () => {
  expect(cursorOf("https://a.example/api/v1/incidents?limit=50&cursor=abc%3D")).toBe("abc=");
});

test("takes a bare cursor as it is", () => {
  expect(cursorOf("abc")).toBe("abc");
});

test("has none on the last page", () => {
  expect(cursorOf(null)).toBeUndefined();
  expect(cursorOf(undefined)).toBeUndefined();
});
