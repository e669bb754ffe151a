/** Numbers of certificates: a typing error is told without a line. The same rules as in the domain. */

/** H. Michael Damm's quasigroup of order ten; row by row. */
const DAMM = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];
/** What stands for the letter in the check. */
const LETTER = { C: "8", S: "4" } as const;
type Letter = keyof typeof LETTER;

export type ReadNumber =
  | { readonly kind: "number"; readonly number: string }
  /** The check digit does not fit; those that may have been meant, the serial's first. */
  | { readonly kind: "check"; readonly number: string; readonly meant: readonly string[] }
  | { readonly kind: "form" };

/** Year, serial without needless zeros, check digit. */
const DIGITS = /^[1-9]\d{3}(?!000)(?:\d{3}|[1-9]\d{3,8})\d$/;

function fits(letter: Letter, digits: string): boolean {
  let state = 0;
  for (const digit of LETTER[letter] + digits) state = Number(DAMM[state]?.charAt(Number(digit)));
  return state === 0;
}

function written(letter: Letter, digits: string): string {
  return `BB-${letter}-${digits.slice(0, 4)}-${digits.slice(4)}`;
}

function swapped(letter: Letter, digits: string): string[] {
  const found: string[] = [];
  for (let at = digits.length - 1; at > 0; at -= 1) {
    const other = digits.slice(0, at - 1) + digits.charAt(at) + digits.charAt(at - 1) + digits.slice(at + 1);
    if (DIGITS.test(other) && fits(letter, other)) found.push(written(letter, other));
  }
  return found;
}

/** Reads a number as people write it: in any case, with spaces, with or without hyphens and the `BB`. */
export function readNumber(text: string): ReadNumber {
  const plain = text.toUpperCase().replace(/[\s\-\u2010-\u2014]/g, "");
  const [, sign, digits = ""] = /^(?:BB)?([CS])(\d+)$/.exec(plain) ?? [];
  if (!DIGITS.test(digits)) return { kind: "form" };
  const letter: Letter = sign === "S" ? "S" : "C";
  const number = written(letter, digits);
  return fits(letter, digits)
    ? { kind: "number", number }
    : { kind: "check", number, meant: swapped(letter, digits) };
}

/** The number in what was given: the address of a certificate ends with it. */
export function numberIn(text: string): string {
  return /\/c\/([^/?#]+)\/?$/.exec(text.trim())?.[1] ?? text;
}
