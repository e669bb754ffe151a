/** What the pages offer, mirroring api/domain/src/incident/status.rs; the API decides. */
import type { Schemas } from "~/api/client";
import { mayReport } from "~/api/may";
import type { Account } from "~/api/session";

type Decision = Schemas["Decision"];
type Standing = Pick<Schemas["IncidentSummary"], "status" | "organisation_id" | "track">;

const lawful = {
  submitted: ["take_up", "withdraw"],
  in_triage: ["accept", "refuse", "link_duplicate", "withdraw"],
  accepted: [],
  refused: ["reopen"],
  duplicate: ["reopen"],
  withdrawn: [],
} satisfies Record<Schemas["IncidentStatus"], Decision[]>;

/** The steps a person is offered, the likeliest first. Withdrawing is for those who reported. */
export function decisionsFor(account: Account | null, incident: Standing): Decision[] {
  const own =
    mayReport(account) &&
    account?.organisation !== null &&
    account?.organisation !== undefined &&
    account.organisation.id === incident.organisation_id;
  const steps: readonly Decision[] = lawful[incident.status];
  return steps.filter((step) => (step === "withdraw" ? own : account?.role === "analyst"));
}
