import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import type { Column } from "~/ui/data-table";
import { SeverityMark } from "~/ui/severity-mark";
import { TlpTag } from "~/ui/tlp-tag";
import { VerificationTicks } from "~/ui/verification-ticks";
import { label, words, wordsOf } from "~/words/words";
import { StatusBadge } from "./status-badge";

type Incident = Schemas["IncidentSummary"];

const text = words.incidents.columns;

export function levelOf(verification: Schemas["VerificationLevel"]): number {
  return wordsOf("VerificationLevel").indexOf(verification) + 1;
}

function soft(content: string) {
  return <span className="soft nowrap">{content}</span>;
}

export const incidentColumns: Column<Incident>[] = [
  {
    id: "severity",
    header: text.severity,
    phone: "start",
    cell: (incident) => (
      <SeverityMark level={incident.severity} label={label("Severity", incident.severity)} />
    ),
  },
  {
    id: "title",
    header: text.incident,
    phone: "main",
    grows: true,
    cell: (incident) => (
      <Link className="row-link" to={paths.incident(incident.reference)}>
        <bdi className="mono soft">{incident.reference}</bdi> <span>{incident.title}</span>
      </Link>
    ),
  },
  {
    id: "kind",
    header: text.kind,
    extra: true,
    cell: (incident) => soft(label("IncidentKind", incident.kind)),
  },
  {
    id: "victim_type",
    header: text.victim,
    cell: (incident) => soft(label("VictimType", incident.victim_type)),
  },
  {
    id: "sea_region",
    header: text.region,
    cell: (incident) => {
      const region = incident.sea_region;
      return soft(region === null || region === undefined ? "–" : label("SeaRegion", region));
    },
  },
  {
    id: "verification",
    header: text.verified,
    cell: (incident) => (
      <VerificationTicks
        quiet
        reached={levelOf(incident.verification)}
        label={label("VerificationLevel", incident.verification)}
      />
    ),
  },
  {
    id: "status",
    header: text.status,
    phone: "end",
    cell: (incident) => <StatusBadge status={incident.status} />,
  },
  {
    id: "track",
    header: text.track,
    extra: true,
    cell: (incident) => soft(label("Track", incident.track)),
  },
  {
    id: "tlp",
    header: text.tlp,
    extra: true,
    cell: (incident) => <TlpTag level={incident.tlp} label={label("Tlp", incident.tlp)} />,
  },
  {
    id: "occurred_on",
    header: text.occurred,
    extra: true,
    numeric: true,
    cell: (incident) => soft(words.incidents.when(incident.occurred_on, incident.occurred_precision)),
  },
  {
    id: "recorded_month",
    header: text.recorded,
    numeric: true,
    sortKey: "recorded_month",
    cell: (incident) => soft(words.format.month(incident.recorded_month)),
  },
];
