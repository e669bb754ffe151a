import { expect, test } from "vitest";
import type { Account } from "~/api/session";
import { lookOf } from "./can";
import { views } from "./view";

const organisation = { id: "o", name: "A line", kind: "shipping_company" } as const;

function somebody(change: Partial<Account>): Account {
  return {
    id: "a",
    email: "a@b.example",
    name: "A",
    role: "member",
    second_factor_missing: false,
    ...change,
  };
}

function within(role: "owner" | "cso" | "member"): Account {
  return somebody({ organisation, membership: { id: "m", role, state: "confirmed", organisation } });
}

const looks = (account: Account | null): string[] =>
  views.map((view) => `${view.id} ${lookOf(account, view) ?? "not"}`).filter((line) => !line.endsWith("not"));

test("an administrator looks as anybody who sees no more", () => {
  expect(looks(somebody({ role: "admin" }))).toEqual([
    "within-owner any",
    "within-cso any",
    "within-member any",
    "within-auditor any",
    "within-duty_officer any",
    "staff-duty_officer staff",
    "staff-scheme_administrator staff",
    "staff-qa_reviewer staff",
    "staff-library_editor staff",
  ]);
});

test("who manages an organisation looks as its people, and nobody else as anyone", () => {
  for (const role of ["owner", "cso"] as const) {
    expect(looks(within(role)).map((line) => line.split(" ")[1])).toEqual(Array(5).fill("own"));
  }
  const waiting = somebody({ membership: { id: "m", role: "owner", state: "suspended", organisation } });
  for (const account of [null, within("member"), waiting, somebody({ role: "analyst" })])
    expect(looks(account)).toEqual([]);
});
