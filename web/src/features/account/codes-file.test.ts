import { expect, test } from "vitest";
import { codesFile } from "./codes-file";

test("each code stands on a line of its own, after whose they are", () => {
  expect(codesFile("Recovery codes of a@demo.example", ["3k9m2-7fq8x", "aaaaa-bbbbb"])).toBe(
    "Recovery codes of a@demo.example\n\n3k9m2-7fq8x\naaaaa-bbbbb\n",
  );
});
