// @vitest-environment node
import { describe, expect, it } from "vitest";
import { numberIn, readNumber } from "./number";

describe("a certificate's number", () => {
  it.each(["bb-c-2026-0417", " BB C 2026 0417 ", "bbc20260417", "C-2026-0417", "BB–C–2026–0417"])(
    "is read as people write it: %s",
    (text) => {
      expect(readNumber(text)).toEqual({ kind: "number", number: "BB-C-2026-0417" });
    },
  );

  it("of a firm has its own letter", () => {
    expect(readNumber("BB-S-2026-0024").kind).toBe("number");
    expect(readNumber("BB-C-2026-0024").kind).toBe("check");
  });

  it.each([
    "",
    "BB",
    "BB-C-2026",
    "BB-C-2026-417",
    "BB-X-2026-0417",
    "BB-C-2026-00417",
    "BB-C-2026-0000",
    "BB-C-0026-0417",
    `BB-C-2026-${"1".repeat(40)}`,
  ])("is not of the form: %s", (text) => {
    expect(readNumber(text)).toEqual({ kind: "form" });
  });

  it("tells which one was meant when two digits are swapped, the serial's first", () => {
    expect(readNumber("BB-C-2026-0471")).toEqual({
      kind: "check",
      number: "BB-C-2026-0471",
      meant: ["BB-C-2026-0417", "BB-C-2062-0471"],
    });
  });

  it("notices every wrong digit", () => {
    const number = "20260417";
    for (let at = 0; at < number.length; at += 1) {
      for (const digit of "0123456789") {
        const other = number.slice(0, at) + digit + number.slice(at + 1);
        expect(readNumber(`BB-C-${other}`).kind === "number", other).toBe(other === number);
      }
    }
  });

  it("is found at the end of a certificate's address", () => {
    expect(numberIn("https://bellbuoy.example/c/BB-C-2026-0417")).toBe("BB-C-2026-0417");
    expect(numberIn("BB-C-2026-0417")).toBe("BB-C-2026-0417");
  });
});
