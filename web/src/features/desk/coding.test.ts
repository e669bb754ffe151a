import { expect, test } from "vitest";
import type { Report } from "~/lib/sealed/report";
import { anonymousLevels, codingOf, toAcceptance } from "./coding";

const noted = { severity: "major", verification: "anonymous_corroborated", tlp: "green" };
const report: Report = {
  v: 1,
  sealed_at: "2026-11-21T22:38:00Z",
  mailbox: `age1${"q".repeat(58)}`,
  words: "Captain Smith of MV Example, IMO 9321483, saw it at 14:32.",
  answers: {
    what: "position_wrong",
    when: { choice: "date", date: "2026-11-18", clock: "ship" },
    where: "at_sea",
    victim_type: "vessel",
    vessel_type: "oil_tanker_crude",
    size_band: "gt_50000_99999",
    sea_region: "black_sea",
    country: "RO",
    unlocode: "ROCND",
    role: "master",
    systems: ["ecdis", "gnss"],
    services: [{ service: "navigation", state: "restored", since: "2026-11-18", restored: "2026-11-18" }],
    impact: ["integrity"],
    containment: ["switched_to_manual"],
    workaround: "Paper charts by our second mate",
    backups: "none",
    crime_link: ["none"],
    cause: "malicious",
  },
};

test("answers become coded facts", () => {
  const { facts, ...judged } = toAcceptance(
    codingOf(report, noted),
    report.sealed_at,
    new Date("2026-11-23T00:00:00Z"),
  );
  expect(judged).toEqual({ verification: "anonymous_corroborated", tlp: "green", age_band: "3d" });
  expect(facts).toEqual({
    title: "Position or time wrong: ECDIS and GNSS receiver",
    summary:
      "Position, time or another ship is shown wrong. Systems hit: ECDIS and GNSS receiver. Services hit: navigation: restored. What was done: switched to manual.",
    kind: "position_or_time_wrong",
    security_incident: "suspected",
    cause: "malicious",
    incident_type: null,
    occurred_on: "2026-11-16",
    occurred_precision: "week",
    victim_type: "vessel",
    vessel_type: "oil_tanker_crude",
    size_band: null,
    sea_region: "black_sea",
    severity: "major",
    severity_axes: null,
    systems: ["ecdis", "gnss"],
    services: [{ service: "navigation", state: "restored", down_at: null, restored_at: null }],
    attributes: ["integrity"],
    containment: ["switched_to_manual"],
    backups: "none",
    crime_links: ["none"],
    techniques: [],
  });
});

test("nothing that names a ship or a person is carried over by itself", () => {
  const sent = JSON.stringify(toAcceptance(codingOf(report, noted), report.sealed_at, new Date()));
  for (const secret of [
    "Smith",
    "9321483",
    "14:32",
    "gt_50000",
    "ROCND",
    'RO"',
    "master",
    "second mate",
    "2026-11-18",
    report.mailbox,
  ]) {
    expect(sent).not.toContain(secret);
  }
});

test("a day that an analyst chose is kept; a coarser precision takes it away", () => {
  const coded = { ...codingOf(report, noted), occurred_on: "2026-11-18" };
  const on = (occurred_precision: string) =>
    toAcceptance({ ...coded, occurred_precision }, report.sealed_at, new Date()).facts.occurred_on;
  expect(on("day")).toBe("2026-11-18");
  expect(on("month")).toBe("2026-11-01");
});

test("ship facts go with a ship only, and levels with a name are not offered", () => {
  const ashore = { ...codingOf(report, noted), victim_type: "shore_office", verification: "identified" };
  const body = toAcceptance(ashore, report.sealed_at, new Date());
  expect(body.facts.vessel_type).toBeNull();
  expect(body.verification).toBe("anonymous_unverified");
  expect(anonymousLevels()).toEqual([
    "anonymous_unverified",
    "anonymous_corroborated",
    "evidence_confirmed",
    "officially_confirmed",
  ]);
});
