import { expect, test } from "vitest";
import type { Account } from "~/api/session";
import { paletteEntries } from "./palette-entries";

const organisation = { id: "o", name: "Demo", kind: "port" } as const;
const member: Account = {
  id: "a",
  email: "a@demo.example",
  second_factor_missing: false,
  name: "A",
  role: "member",
  organisation,
};
const analyst: Account = {
  id: "b",
  email: "b@demo.example",
  second_factor_missing: false,
  name: "B",
  role: "analyst",
};
const guest: Account = { ...member, organisation: null };

const hrefs = (typed: string, account: Account | null) =>
  paletteEntries(typed, account).map((entry) => entry.href);

test("a reference opens the incident, for those who may see one", () => {
  expect(hrefs("inc-7k4qmz", analyst)[0]).toBe("/incidents/INC-7K4QMZ");
  expect(hrefs("inc-7k4qmz", null)).toEqual([]);
});

test("an advisory number opens the advisory, for anyone", () => {
  expect(hrefs("BB-2026-7", null)).toEqual(["/advisories/BB-2026-007"]);
});

test("a certificate number opens the certificate, for anyone", () => {
  expect(hrefs("bbc20260417", null)).toEqual(["/certificates/BB-C-2026-0417"]);
  expect(hrefs("BB-S-2025-0036", analyst)[0]).toBe("/certificates/BB-S-2025-0036");
});

test("pages are found by a part of their name, each once", () => {
  expect(hrefs("figur", null)).toEqual(["/figures"]);
  const all = hrefs("", analyst);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain("/desk");
});

test("members can search their incidents from here", () => {
  expect(hrefs("crane halted", member)).toEqual(["/incidents?q=crane%20halted"]);
  expect(hrefs("crane halted", guest)).toEqual([]);
});

test("a guest is offered what is open to guests", () => {
  const all = hrefs("", guest);
  expect(all).toEqual(expect.arrayContaining(["/figures", "/advisories", "/directory", "/account"]));
  expect(all).not.toContain("/incidents");
});

test("complaints and the rota are offered to those who may open them", () => {
  const scheme: Account = { ...analyst, role: "scheme_administrator" };
  expect(hrefs("complain", null)).toEqual(["/complaints/new"]);
  expect(hrefs("complain", scheme)).toEqual(["/complaints/new", "/complaints"]);
  expect(hrefs("ratings", scheme)).toEqual(["/ratings"]);
  expect(hrefs("independent of this ship", member)).toContain("/independence");
  expect(hrefs("independent of this ship", guest)).toEqual([]);
  expect(hrefs("on call", scheme)).toEqual(["/rota"]);
  expect(hrefs("on call", analyst)).toContain("/rota");
  expect(hrefs("on call", member)).not.toContain("/rota");
});
