import { expect, test } from "vitest";
import { grouped, lateOnes, type Entry } from "./board";

const entry: Entry = {
  id: "1",
  applicant: { kind: "person", name: "Marit Vossnes" },
  scheme: "maritime",
  discipline: { code: "cloud_security", label: "Cloud security" },
  level: { code: "associate", label: "Associate" },
  stage: "submitted",
  changed_at: "2026-11-20T10:00:00Z",
};

function namesIn(entries: Entry[], column: string): string[] {
  const found = grouped(entries, "2026-11-28").find((one) => one.column === column);
  return found?.entries.map(({ id }) => id) ?? [];
}

test("what is late stands before what has time, and what rests stands last", () => {
  const all: Entry[] = [
    { ...entry, id: "rests", days_left: null },
    { ...entry, id: "time", days_left: 12 },
    { ...entry, id: "late", days_left: -2 },
  ];
  expect(namesIn(all, "submitted")).toEqual(["late", "time", "rests"]);
  expect(lateOnes(all)).toBe(1);
});

test("a decision stays for thirty days, and a draft is not on the board", () => {
  const all: Entry[] = [
    { ...entry, id: "new", stage: "granted" },
    { ...entry, id: "old", stage: "refused", changed_at: "2026-10-01T10:00:00Z" },
    { ...entry, id: "draft", stage: "draft" },
  ];
  expect(namesIn(all, "decided")).toEqual(["new"]);
  expect(grouped(all, "2026-11-28").flatMap(({ entries }) => entries)).toHaveLength(1);
});
