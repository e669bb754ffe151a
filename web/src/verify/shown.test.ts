// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Answer, Certified } from "./decide";
import { readFound } from "./register";
import { shownOfCode, shownOfNumber, shownOfTypo } from "./shown";
import { certificate } from "./signing.fixture";
import { readStatement } from "./statement";

const now = Date.parse("2026-11-28T12:00:00Z");

function certified(kind: Certified["kind"], change: Partial<Certified> = {}): Answer {
  const statement = readStatement(certificate());
  if (statement === null) throw new Error("not read");
  const asOf = Date.parse("2026-11-28T06:00:00Z");
  return { kind, statement, asOf, now, stale: false, live: true, clockOff: false, ...change };
}

describe("an answer in words", () => {
  it("says by what list and what clock", () => {
    const shown = shownOfCode(certified("valid"), now);
    expect(shown.title).toBe("Valid");
    expect(shown.text).toBe("Signed by us, in force today, not suspended.");
    expect(shown.small).toEqual(["Status list of today, 06:00 UTC.", "By this device’s clock, 28 Nov 2026."]);
  });

  it("says that a copy does not know what came later", () => {
    const { small } = shownOfCode(certified("valid", { live: false }), now);
    expect(small.slice(0, 2)).toEqual([
      "Status as of today, 06:00 UTC, from this device.",
      "A suspension since then would not show.",
    ]);
  });

  it("says how old a list is", () => {
    const old = { asOf: now - 9.4 * 86_400_000, stale: true, live: false };
    expect(shownOfCode(certified("last_seen", old), now).text).toContain("is 9 days old, so a later");
    expect(shownOfCode(certified("suspended", old), now).small[1]).toContain("9 days old: it may");
    const hours = { ...old, asOf: now - 30 * 3_600_000 };
    expect(shownOfCode(certified("last_seen", hours), now).text).toContain("is 30 hours old");
  });

  it("offers the list where one is wanting, and the desk where something is wrong", () => {
    const acts = (answer: Answer) => shownOfCode(answer, now).acts.map(({ kind }) => kind);
    expect(acts(certified("last_seen"))).toEqual(["list", "record"]);
    expect(acts(certified("never_checked", { asOf: null }))).toEqual(["list", "record"]);
    expect(acts(certified("valid"))).toEqual(["record"]);
    expect(acts({ kind: "tampered" })).toEqual(["desk"]);
    expect(acts({ kind: "not_issued" })).toEqual(["desk"]);
    expect(acts({ kind: "no_keys" })).toEqual(["list"]);
  });

  it("says when the device's clock cannot be right", () => {
    const { small } = shownOfCode(certified("valid", { clockOff: true }), Date.parse("2020-01-01"));
    expect(small.at(-1)).toContain("clock says 1 Jan 2020, our signature 28 Nov 2026");
  });

  it("asks back about a typing error, and not with a year to come", () => {
    const shown = shownOfTypo("BB-C-2026-0471", ["BB-C-2026-0417", "BB-C-2062-0471"], now);
    expect(shown.small).toEqual(["BB-C-2026-0471: did you mean 0417? The check digit does not fit."]);
    expect(shown.acts).toEqual([{ kind: "meant", number: "BB-C-2026-0417" }]);
    const wrongClock = shownOfTypo("BB-C-2026-0471", ["BB-C-2026-0417"], Date.parse("2000-01-01"));
    expect(wrongClock.acts).toHaveLength(1);
    expect(shownOfTypo("BB-C-2026-0418", [], now).small[0]).toContain("A digit was mistyped.");
  });
});

describe("the register's answer", () => {
  const wire = (answer: string, change: object = {}) => ({
    answer,
    detail: "",
    as_of: "2026-11-28T12:56:24.978039Z",
    certificate: {
      number: "BB-C-2024-0036",
      holder: { id: "1", kind: "person", name: "Omer Tokdemir" },
      scheme: "maritime",
      scheme_version: 1,
      discipline: { code: "a", label: "Secure by design" },
      level: { code: "b", label: "Principal" },
      valid_from: "2024-09-28",
      valid_to: "2027-09-27",
      demo: true,
      events: [{ step: "revoke", effective_on: "2026-11-08", note: "Tests had not been carried out." }],
      ...change,
    },
  });
  const shown = (value: unknown) => shownOfNumber("BB-C-2024-0036", readFound(value));

  it("says since when and why", () => {
    const { title, text, small, plate } = shown(wire("revoked"));
    expect([title, text]).toEqual([
      "Revoked",
      "Revoked from 8 Nov 2026 on. Tests made on that day or later do not count.",
    ]);
    expect(small).toEqual(["Tests had not been carried out.", "The register, 28 Nov 2026, 12:56 UTC."]);
    expect(plate?.name).toBe("Omer Tokdemir");
    const event = { step: "revoke", effective_on: "2024-09-28", note: null };
    expect(shown(wire("revoked", { valid_from: "2024-09-28", events: [event] })).text).toBe(
      "Revoked from its first day on, 28 Sept 2024. No test made under it counts.",
    );
  });

  it.each([
    ["valid", "Valid"],
    ["suspended", "Suspended"],
    ["lapsed", "Lapsed"],
    ["withdrawn", "Given back"],
    ["not_issued", "Not issued by us"],
    ["a word to come", "Needs a line"],
  ])("%s", (answer, title) => {
    expect(shown(wire(answer)).title).toBe(title);
  });

  it("does not call valid what begins later", () => {
    expect(shown(wire("valid", { valid_from: "2026-12-01" })).title).toBe("Not yet valid");
  });

  it("names the number that nobody has", () => {
    const value = { answer: "not_issued", as_of: "2026-11-28T12:00:00Z", certificate: null };
    expect(shown(value).small[0]).toBe("No certificate has the number BB-C-2024-0036.");
    expect(shown(value).acts).toEqual([{ kind: "desk" }]);
    expect(shown("<html>").title).toBe("Needs a line");
  });
});
