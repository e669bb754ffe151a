import { expect, test } from "vitest";
import { qrOf } from "./qr";

test("a code begins with the corner that scanners look for, inside a light rim", () => {
  const { viewBox, d } = qrOf(
    "otpauth://totp/Bellbuoy:a%40demo.example?secret=GEZDGNBVGY3TQOJQ&issuer=Bellbuoy",
  );
  const [x, y, width, height] = viewBox.split(" ").map(Number);
  expect([x, y]).toEqual([-4, -4]);
  expect(width).toBe(height);
  expect(d.startsWith("M0 0h1v1h-1zM1 0h1v1h-1z")).toBe(true);
  expect(d).not.toContain("M7 0h");
});
