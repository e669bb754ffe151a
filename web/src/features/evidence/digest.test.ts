import { expect, test } from "vitest";
import { digestOf } from "./digest";

test("a file is known by its SHA-256, in hex and as a header", () => {
  const { hex, told } = digestOf(new TextEncoder().encode("abc"));
  expect(hex).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(told).toBe("sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:");
});
