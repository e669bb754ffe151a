import { expect, test } from "vitest";
import { letterParts } from "./letter-parts";

const origin = "http://127.0.0.1:8080";
const links = (body: string) =>
  letterParts(body, origin)
    .filter(({ path }) => path !== null)
    .map(({ text, path }) => `${text} → ${path ?? ""}`);

test("an address of this site is a link, and the text around it stays", () => {
  const body = `Open it:\n\n${origin}/invitations/ab12?x=1.\n\nOr do nothing.\n`;
  expect(links(body)).toEqual([`${origin}/invitations/ab12?x=1 → /invitations/ab12?x=1`]);
  expect(
    letterParts(body, origin)
      .map(({ text }) => text)
      .join(""),
  ).toBe(body);
});

test("an address of another site is text", () => {
  const others = [
    "https://evil.example/invitations/ab",
    "http://127.0.0.1:8081/join/ab",
    "http://127.0.0.1:8080@evil.example/join/ab",
    "http://someone:word@127.0.0.1:8080/join/ab",
    "javascript:alert(1)",
    "//127.0.0.1:8080/join/ab",
  ];
  for (const other of others) {
    expect(links(`See ${other} now`), other).toEqual([]);
    expect(letterParts(other, origin)).toEqual([{ text: other, path: null }]);
  }
});

test("a letter without an address is one part, an empty one none", () => {
  expect(letterParts("Nothing to see.", origin)).toHaveLength(1);
  expect(letterParts("", origin)).toEqual([]);
});
