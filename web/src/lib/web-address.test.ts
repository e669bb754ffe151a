import { expect, test } from "vitest";
import { webAddress } from "./web-address";

test("an address gets its https, and one that has a scheme stays as it is", () => {
  expect(webAddress(" line.example/about ")).toBe("https://line.example/about");
  expect(webAddress("https://line.example")).toBe("https://line.example");
  expect(webAddress("http://line.example")).toBe("http://line.example");
  expect(webAddress("  ")).toBeNull();
});
