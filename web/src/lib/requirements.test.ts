import { expect, test } from "vitest";
import { comesFirst, lacking, requirementsFor } from "./requirements";

const all = [
  { code: "identity", kind: "evidence", count: 1 },
  { code: "projects", kind: "evidence", count: 3, levels: ["practitioner"] },
  { code: "exam_cloud", kind: "exam", count: 1, levels: ["practitioner"], disciplines: ["cloud"] },
];

test("what is asked for depends on level and discipline", () => {
  const codes = (discipline: string, level: string) =>
    requirementsFor(all, discipline, level).map(({ code }) => code);
  expect(codes("cloud", "associate")).toEqual(["identity"]);
  expect(codes("design", "practitioner")).toEqual(["identity", "projects"]);
  expect(codes("cloud", "practitioner")).toEqual(["identity", "projects", "exam_cloud"]);
});

test("an exam comes later, and what is half there is missing by the rest", () => {
  expect(all.filter(comesFirst)).toHaveLength(2);
  expect(lacking(all, { identity: 1, projects: 2 }).map(({ left }) => left)).toEqual([1, 1]);
});
