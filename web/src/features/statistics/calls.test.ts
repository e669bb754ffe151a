import { expect, test } from "vitest";
import { releaseCall } from "./calls";

const table = { dimension: "sea_region", period: "year", series: "public_source" } as const;

test("the call asks for the table that is shown and for no other", () => {
  const [first, ...rest] = releaseCall({ id: "r1" }, table).split("\n");
  expect(first).toMatch(
    /^curl 'http.*\/api\/v1\/statistics\/releases\/r1\?by=sea_region&period=year&series=public_source'/,
  );
  expect(rest.join("")).not.toContain("Authorization");
});

test("years that were chosen are named, since a release gives whole tables", () => {
  const [note, call] = releaseCall({ id: "r1" }, table, "2024", "2025").split("\n");
  expect(note).toMatch(/^# .*2024 – 2025/);
  expect(call).toMatch(/^curl /);
  expect(releaseCall({ id: "r1" }, table, undefined, "2025")).toMatch(/^# .*until 2025/);
});
