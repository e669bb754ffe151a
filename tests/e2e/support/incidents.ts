/** Incidents made beside the browser, so that a test begins where its own part begins. */
import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";

export interface Incident {
  readonly id: string;
  readonly reference: string;
  readonly etag: string;
}

export const month = (): string => new Date().toISOString().slice(0, 7);

/** What an incident needs to have; the month has always begun on its first day. */
export const facts = {
  title: "Crane control halted",
  summary: "Cranes stopped; work went on by hand.",
  kind: "system_down",
  security_incident: "confirmed",
  cause: "failure",
  occurred_on: `${month()}-01`,
  occurred_precision: "month",
  victim_type: "terminal",
  severity: "moderate",
  systems: ["crane_control"],
};

export async function report(member: APIRequestContext, change: object = {}): Promise<Incident> {
  const answer = await member.post("/api/v1/incidents", {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: { ...facts, ...change },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id, reference } = (await answer.json()) as Incident;
  return { id, reference, etag: answer.headers()["etag"] ?? "" };
}

/** Takes one step of the review; gives the incident as it is afterwards. */
export async function decide(
  analyst: APIRequestContext,
  incident: Incident,
  decision: object,
): Promise<Incident> {
  const answer = await analyst.post(`/api/v1/incidents/${incident.id}/decisions`, {
    headers: { "if-match": incident.etag },
    data: decision,
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return { ...incident, etag: answer.headers()["etag"] ?? "" };
}

export const accepted = {
  decision: "accept",
  verification: "identified",
  severity: "moderate",
  tlp: "green",
};
