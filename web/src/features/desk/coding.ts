/** The coded facts as a form, prefilled from the answers, and as the API takes them. */
import type { Schemas } from "~/api/client";
import type { Report } from "~/lib/sealed/report";
import { manyOf, oneOf } from "~/lib/search-params";
import { label, words, wordsOf } from "~/words/words";
import type { Acceptance } from "./port";
import {
  ageBand,
  snapped,
  suggestedCertainty,
  suggestedKind,
  suggestedSeverity,
  suggestedTime,
  suggestedVictim,
} from "./suggest";

export const axisNames = ["safety", "operational", "environmental", "financial", "data"] as const;
export type AxisName = (typeof axisNames)[number];

export interface CodedService {
  service: string;
  state: string;
}

export interface Coding {
  title: string;
  summary: string;
  kind: string;
  security_incident: string;
  cause: string;
  incident_type: string;
  occurred_on: string;
  occurred_precision: string;
  victim_type: string;
  vessel_type: string;
  size_band: string;
  sea_region: string;
  severity: string;
  severity_axes: Record<AxisName, string>;
  systems: string[];
  services: CodedService[];
  attributes: string[];
  containment: string[];
  backups: string;
  crime_links: string[];
  verification: string;
  tlp: string;
}

/** Levels that someone without a name can reach. */
export function anonymousLevels(): Schemas["VerificationLevel"][] {
  return wordsOf("VerificationLevel").filter((level) => level !== "confidential" && level !== "identified");
}

export function hitsShip(victim: string): boolean {
  return victim === "vessel" || victim === "cruise";
}

/** In the desk's words, from chosen answers alone: nothing of the reporter's own text. */
function neutralTitle({ answers }: Report): string {
  const kind = label("IncidentKind", suggestedKind[answers.what]);
  const named = (answers.systems ?? []).slice(0, 3).map((system) => label("System", system));
  return named.length === 0 ? kind : words.desk.accept.titleOf(kind, named);
}

function neutralSummary({ answers }: Report): string {
  const text = words.desk.accept.summaryOf;
  const systems = (answers.systems ?? []).map((system) => label("System", system));
  const services = (answers.services ?? []).map(({ service, state }) =>
    words.incidents.facts.service(label("Service", service), label("ServiceState", state)),
  );
  const done = (answers.containment ?? []).map((step) => label("Containment", step));
  const parts = [
    text.what(label("WhatHappened", answers.what)),
    systems.length === 0 ? null : text.systems(systems),
    services.length === 0 ? null : text.services(services),
    done.length === 0 ? null : text.done(done),
  ];
  return parts.filter((part) => part !== null).join(" ");
}

/**
 * Left out on purpose: size, port, country, the reporter's role and own words. Each makes a ship or a person easier
 * to find, and the figures do not need them.
 */
export function codingOf(
  report: Report,
  noted: { severity: string; verification: string; tlp: string },
): Coding {
  const { answers } = report;
  const occurred = suggestedTime(answers.when, report.sealed_at);
  return {
    title: neutralTitle(report),
    summary: neutralSummary(report),
    kind: suggestedKind[answers.what],
    security_incident: suggestedCertainty(answers),
    cause: answers.cause ?? "unknown",
    incident_type: "",
    occurred_on: occurred.on,
    occurred_precision: occurred.precision,
    victim_type: suggestedVictim(answers),
    vessel_type: answers.vessel_type ?? "",
    size_band: "",
    sea_region: answers.sea_region ?? "",
    severity: oneOf(wordsOf("Severity"), noted.severity) ?? suggestedSeverity(answers),
    severity_axes: { safety: "", operational: "", environmental: "", financial: "", data: "" },
    systems: [...(answers.systems ?? [])],
    services: (answers.services ?? []).map(({ service, state }) => ({ service, state })),
    attributes: [...(answers.impact ?? [])],
    containment: [...(answers.containment ?? [])],
    backups: answers.backups ?? "",
    crime_links: [...(answers.crime_link ?? [])],
    verification: oneOf(anonymousLevels(), noted.verification) ?? "anonymous_unverified",
    tlp: oneOf(wordsOf("Tlp"), noted.tlp) ?? "amber",
  };
}

function axes(chosen: Coding["severity_axes"]): Schemas["SeverityAxes"] | null {
  const word = (axis: AxisName) => oneOf(wordsOf("SeverityAxis"), chosen[axis]) ?? null;
  if (axisNames.every((axis) => word(axis) === null)) return null;
  return {
    safety: word("safety"),
    operational: word("operational"),
    environmental: word("environmental"),
    financial: word("financial"),
    data: word("data"),
  };
}

/** Services without their times: hours and days would lead back to the report. */
function services(rows: readonly CodedService[]): Schemas["AffectedService"][] {
  return rows.flatMap((row) => {
    const service = oneOf(wordsOf("Service"), row.service);
    const state = oneOf(wordsOf("ServiceState"), row.state);
    return service === undefined
      ? []
      : [{ service, state: state ?? "down", down_at: null, restored_at: null }];
  });
}

export function toFacts(form: Coding): Schemas["IncidentCreate"] {
  const ship = hitsShip(form.victim_type);
  const precision = oneOf(wordsOf("OccurredPrecision"), form.occurred_precision) ?? "month";
  return {
    title: form.title.trim(),
    summary: form.summary.trim(),
    kind: oneOf(wordsOf("IncidentKind"), form.kind) ?? "other",
    security_incident: oneOf(wordsOf("SecurityIncident"), form.security_incident) ?? null,
    cause: oneOf(wordsOf("Cause"), form.cause) ?? null,
    incident_type: oneOf(wordsOf("IncidentType"), form.incident_type) ?? null,
    occurred_on: snapped(form.occurred_on, precision),
    occurred_precision: precision,
    victim_type: oneOf(wordsOf("VictimType"), form.victim_type) ?? "other",
    vessel_type: ship ? (oneOf(wordsOf("VesselType"), form.vessel_type) ?? null) : null,
    size_band: ship ? (oneOf(wordsOf("SizeBand"), form.size_band) ?? null) : null,
    sea_region: oneOf(wordsOf("SeaRegion"), form.sea_region) ?? null,
    severity: oneOf(wordsOf("Severity"), form.severity) ?? "unknown",
    severity_axes: axes(form.severity_axes),
    systems: manyOf(wordsOf("System"), form.systems) ?? [],
    services: services(form.services),
    attributes: manyOf(wordsOf("SecurityAttribute"), form.attributes) ?? [],
    containment: manyOf(wordsOf("Containment"), form.containment) ?? [],
    backups: oneOf(wordsOf("BackupState"), form.backups) ?? null,
    crime_links: manyOf(wordsOf("CrimeLink"), form.crime_links) ?? [],
    techniques: [],
  };
}

export function toAcceptance(form: Coding, sealedAt: string, now: Date): Acceptance {
  return {
    facts: toFacts(form),
    verification: oneOf(anonymousLevels(), form.verification) ?? "anonymous_unverified",
    tlp: oneOf(wordsOf("Tlp"), form.tlp) ?? "amber",
    age_band: ageBand(sealedAt, now),
  };
}
