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

/** Calls for help, then what nobody has opened, then new messages, then the worst. */
function rank(row: Row): [number, number] {
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

function compare(left: Row, right: Row): number {
  const [a, b] = [rank(left), rank(right)];
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
  return [...sealed, ...byName].sort(compare);
}

/** The rows as they stood before; what is new comes first. So nothing moves away under a reader's hand. */
export function heldOrder(rows: readonly Row[], before: readonly string[]): Row[] {
  const place = new Map(before.map((id, at) => [id, at]));
  const at = (row: Row) => place.get(row.id) ?? -1;
  return rows.toSorted((left, right) => at(left) - at(right));
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
