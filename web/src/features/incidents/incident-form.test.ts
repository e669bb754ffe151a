import { expect, test } from "vitest";
import { emptyIncident, emptyService, toBody, type IncidentForm } from "./incident-form";

const form: IncidentForm = {
  ...emptyIncident,
  title: " Both receivers jumped ",
  summary: "Position was 30 miles off.",
  kind: "position_or_time_wrong",
  occurred_on: "2026-11-12",
  victim_type: "vessel",
  vessel_type: "lng_carrier",
  country: "nl",
};

test("three answers and a date are enough; what was not said is null or empty", () => {
  expect(toBody(form)).toMatchObject({
    title: "Both receivers jumped",
    kind: "position_or_time_wrong",
    country: "NL",
    severity: "unknown",
    severity_axes: null,
    sea_region: null,
    systems: [],
    techniques: [],
  });
});

test("a ship's type is left out when no ship was hit", () => {
  expect(toBody({ ...form, victim_type: "terminal" }).vessel_type).toBeNull();
});

test("service times are UTC, and a row without a service is no row", () => {
  const rows = [{ ...emptyService, service: "gate", down_at: "2026-11-12T08:30" }, emptyService];
  expect(toBody({ ...form, services: rows }).services).toEqual([
    { service: "gate", state: "down", down_at: "2026-11-12T08:30:00Z", restored_at: null },
  ]);
});

test("techniques find their matrix by their number", () => {
  expect(toBody({ ...form, techniques: "t0856, T1566.001" }).techniques).toEqual([
    { matrix: "ics", id: "T0856" },
    { matrix: "enterprise", id: "T1566.001" },
  ]);
});

test("one axis is enough for a body with axes", () => {
  const axes = { ...emptyIncident.severity_axes, safety: "major" };
  expect(toBody({ ...form, severity_axes: axes }).severity_axes).toEqual({
    safety: "major",
    operational: null,
    environmental: null,
    financial: null,
    data: null,
  });
});
