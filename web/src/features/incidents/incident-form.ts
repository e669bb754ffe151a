/** The form's state and the API's body. Everything in a form is text; the body has words, dates and lists. */
import type { Schemas } from "~/api/client";
import { manyOf, oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export const axisNames = ["safety", "operational", "environmental", "financial", "data"] as const;
export type AxisName = (typeof axisNames)[number];

export interface ServiceRow {
  service: string;
  state: string;
  down_at: string;
  restored_at: string;
}

export interface IncidentForm {
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
  country: string;
  unlocode: string;
  severity: string;
  severity_axes: Record<AxisName, string>;
  reporter_role: string;
  systems: string[];
  services: ServiceRow[];
  attributes: string[];
  containment: string[];
  workaround: string;
  backups: string;
  crime_links: string[];
  actor: string;
  motive: string;
  techniques: string;
}

export const emptyService: ServiceRow = { service: "", state: "down", down_at: "", restored_at: "" };

export const emptyIncident: IncidentForm = {
  title: "",
  summary: "",
  kind: "",
  security_incident: "suspected",
  cause: "unknown",
  incident_type: "",
  occurred_on: "",
  occurred_precision: "day",
  victim_type: "",
  vessel_type: "",
  size_band: "",
  sea_region: "",
  country: "",
  unlocode: "",
  severity: "unknown",
  severity_axes: { safety: "", operational: "", environmental: "", financial: "", data: "" },
  reporter_role: "",
  systems: [],
  services: [],
  attributes: [],
  containment: [],
  workaround: "",
  backups: "",
  crime_links: [],
  actor: "",
  motive: "",
  techniques: "",
};

function textOrNull(value: string): string | null {
  const trimmed = value.trim();
  return trimmed === "" ? null : trimmed;
}

/** The form's clock is UTC and has no seconds. */
function momentOrNull(value: string): string | null {
  return value === "" ? null : `${value}:00Z`;
}

/** ATT&CK numbers its techniques for industrial control systems from T0800; all others are of Enterprise. */
function techniques(value: string): Schemas["TechniqueRef"][] {
  return value
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((id) => id !== "")
    .map((id) => ({ matrix: /^T0\d{3}/.test(id) ? "ics" : "enterprise", id }));
}

function services(rows: readonly ServiceRow[]): Schemas["AffectedService"][] {
  return rows.flatMap((row) => {
    const service = oneOf(wordsOf("Service"), row.service);
    if (service === undefined) return [];
    return [
      {
        service,
        state: oneOf(wordsOf("ServiceState"), row.state) ?? "down",
        down_at: momentOrNull(row.down_at),
        restored_at: momentOrNull(row.restored_at),
      },
    ];
  });
}

function axes(chosen: IncidentForm["severity_axes"]): Schemas["SeverityAxes"] | null {
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

export function toBody(form: IncidentForm): Schemas["IncidentCreate"] {
  const vessel = form.victim_type === "vessel" || form.victim_type === "cruise";
  return {
    title: form.title.trim(),
    summary: form.summary.trim(),
    kind: oneOf(wordsOf("IncidentKind"), form.kind) ?? "other",
    security_incident: oneOf(wordsOf("SecurityIncident"), form.security_incident) ?? null,
    cause: oneOf(wordsOf("Cause"), form.cause) ?? null,
    incident_type: oneOf(wordsOf("IncidentType"), form.incident_type) ?? null,
    occurred_on: form.occurred_on,
    occurred_precision: oneOf(wordsOf("OccurredPrecision"), form.occurred_precision) ?? "day",
    victim_type: oneOf(wordsOf("VictimType"), form.victim_type) ?? "other",
    vessel_type: vessel ? (oneOf(wordsOf("VesselType"), form.vessel_type) ?? null) : null,
    size_band: vessel ? (oneOf(wordsOf("SizeBand"), form.size_band) ?? null) : null,
    sea_region: oneOf(wordsOf("SeaRegion"), form.sea_region) ?? null,
    country: textOrNull(form.country.toUpperCase()),
    unlocode: textOrNull(form.unlocode.toUpperCase()),
    severity: oneOf(wordsOf("Severity"), form.severity) ?? "unknown",
    severity_axes: axes(form.severity_axes),
    reporter_role: oneOf(wordsOf("ReporterRole"), form.reporter_role) ?? null,
    systems: manyOf(wordsOf("System"), form.systems) ?? [],
    services: services(form.services),
    attributes: manyOf(wordsOf("SecurityAttribute"), form.attributes) ?? [],
    containment: manyOf(wordsOf("Containment"), form.containment) ?? [],
    workaround: textOrNull(form.workaround),
    backups: oneOf(wordsOf("BackupState"), form.backups) ?? null,
    crime_links: manyOf(wordsOf("CrimeLink"), form.crime_links) ?? [],
    actor: oneOf(wordsOf("Actor"), form.actor) ?? null,
    motive: oneOf(wordsOf("ActorMotive"), form.motive) ?? null,
    techniques: techniques(form.techniques),
  };
}
