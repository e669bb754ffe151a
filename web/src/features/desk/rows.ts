/** The queue: sealed reports and reports by name in one list. */
import type { Schemas } from "~/api/client";
import type { DeskNote } from "~/lib/sealed/desk-note";
import type { Severity } from "./labels";
import { severityOf } from "./labels";
import type { Envelope } from "./port";
import type { Tab } from "./search";

export type NamedReport = Schemas["IncidentSummary"];

export type Row =
  | {
      readonly kind: "sealed";
      readonly id: string;
      readonly envelope: Envelope;
      /** Null while it was never opened, or as long as the desk is locked. */
      readonly note: DeskNote | null;
    }
  | { readonly kind: "named"; readonly id: string; readonly incident: NamedReport };

const severities: readonly Severity[] = ["critical", "major", "moderate", "minor", "low", "unknown"];

export type Rank = readonly [part: number, severity: number];

/** Calls for help, then what nobody has opened, then new messages, then the worst. */
export function rank(row: Row): Rank {
  if (row.kind === "named") {
    const fresh = row.incident.status === "submitted" ? 1 : 3;
    return [fresh, severities.indexOf(row.incident.severity)];
  }
  const { help, state, waiting_messages: waiting } = row.envelope;
  const severity = row.note === null ? -1 : severities.indexOf(severityOf(row.note));
  if (help && state !== "closed") return [0, severity];
  if (state === "received") return [1, severity];
  return [waiting > 0 ? 2 : 3, severity];
}

/** A row and the rank it keeps. */
export interface Held {
  readonly id: string;
  readonly rank: Rank;
}

/** The queue's order. Only what is open beside the list keeps the rank it was opened with, for those who go on from it. */
export function compare(left: Row, right: Row, held: Held | null = null): number {
  const of = (row: Row) => (row.id === held?.id ? held.rank : rank(row));
  const [a, b] = [of(left), of(right)];
  return a[0] - b[0] || a[1] - b[1] || left.id.localeCompare(right.id);
}

export function rowsOf(
  envelopes: readonly Envelope[],
  named: readonly NamedReport[],
  noteOf: (envelope: Envelope) => DeskNote | null,
): Row[] {
  const sealed = envelopes.map((envelope): Row => ({
    kind: "sealed",
    id: envelope.id,
    envelope,
    note: noteOf(envelope),
  }));
  const byName = named.map((incident): Row => ({ kind: "named", id: incident.reference, incident }));
  return [...sealed, ...byName].sort((left, right) => compare(left, right));
}

export function calls(row: Row): boolean {
  return row.kind === "sealed" && row.envelope.help && row.envelope.state !== "closed";
}

export function belongs(row: Row, tab: Tab): boolean {
  switch (tab) {
    case "all":
    case "closed":
      return true;
    case "sealed":
      return row.kind === "sealed";
    case "named":
      return row.kind === "named";
    case "help":
      return calls(row);
  }
}

/** What has come since the list was last looked at. */
export function arrivals(before: readonly string[] | null, now: readonly string[]): string[] {
  if (before === null) return [];
  const known = new Set(before);
  return now.filter((id) => !known.has(id));
}
