import { Link } from "@tanstack/react-router";
import { paths } from "~/app/paths";
import type { Column } from "~/ui/data-table";
import { SeverityMark } from "~/ui/severity-mark";
import { VerificationTicks } from "~/ui/verification-ticks";
import { label, words } from "~/words/words";
import { shortName, ticksOf, verificationOf } from "./labels";
import { CaseState, HelpMark, NoteSeverity, StatusState } from "./marks";
import type { Row } from "./rows";
import type { Tab } from "./search";

const text = words.desk.queue;

export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

export function rowName(row: Row): string {
  return row.kind === "named" ? row.incident.reference : shortName(row.id);
}

function dash() {
  return <span className="soft">{words.desk.dash}</span>;
}

function TickCell({ row, choosing }: { row: Row; choosing: Choosing | null }) {
  if (row.kind === "named" || choosing === null) return null;
  return (
    <input
      type="checkbox"
      className="tick-box"
      aria-label={text.select(rowName(row))}
      checked={choosing.chosen.has(row.id)}
      onChange={() => choosing.toggle(row.id)}
    />
  );
}

function SeverityCell({ row }: { row: Row }) {
  if (row.kind === "named") {
    const { severity } = row.incident;
    return <SeverityMark level={severity} label={label("Severity", severity)} />;
  }
  if (row.note !== null) return <NoteSeverity note={row.note} />;
  return row.envelope.help ? <HelpMark /> : dash();
}

function titleOf(row: Row): string {
  if (row.kind === "named") return row.incident.title;
  if (row.note !== null) return row.note.title;
  if (row.envelope.state === "received") return words.desk.notOpened;
  return row.envelope.note === null || row.envelope.note === undefined ? words.desk.noNote : words.desk.shut;
}

function waitingIn(row: Row): number {
  return row.kind === "named" ? 0 : row.envelope.waiting_messages;
}

function ReportCell({ row, tab }: { row: Row; tab: Tab | undefined }) {
  const search = row.kind === "named" ? { tab, incident: row.id } : { tab, report: row.id };
  const shut = row.kind === "sealed" && row.note === null;
  return (
    <Link id={`row-${row.id}`} className="row-link" to={paths.desk()} search={search} resetScroll={false}>
      <bdi className="mono soft">{rowName(row)}</bdi>{" "}
      {row.kind === "sealed" && row.envelope.help && row.note !== null && (
        <>
          <HelpMark />{" "}
        </>
      )}
      <span className={shut ? "soft" : undefined}>{titleOf(row)}</span>
      {waitingIn(row) > 0 && <span className="news"> · {words.desk.news(waitingIn(row))}</span>}
    </Link>
  );
}

function VerifiedCell({ row }: { row: Row }) {
  const level =
    row.kind === "named" ? row.incident.verification : row.note === null ? null : verificationOf(row.note);
  if (level === null) return dash();
  return <VerificationTicks quiet reached={ticksOf(level)} label={label("VerificationLevel", level)} />;
}

function MessagesCell({ row }: { row: Row }) {
  const waiting = waitingIn(row);
  return waiting === 0 ? dash() : <span className="strong nowrap">{words.desk.news(waiting)}</span>;
}

export function queueColumns(tab: Tab | undefined, choosing: Choosing | null): Column<Row>[] {
  return [
    { id: "select", header: text.columns.select, cell: (row) => <TickCell row={row} choosing={choosing} /> },
    {
      id: "severity",
      header: text.columns.severity,
      phone: "start",
      cell: (row) => <SeverityCell row={row} />,
    },
    {
      id: "report",
      header: text.columns.report,
      phone: "main",
      grows: true,
      cell: (row) => <ReportCell row={row} tab={tab} />,
    },
    { id: "verified", header: text.columns.verified, cell: (row) => <VerifiedCell row={row} /> },
    {
      id: "messages",
      header: text.columns.messages,
      cell: (row) => <MessagesCell row={row} />,
    },
    {
      id: "state",
      header: text.columns.state,
      phone: "end",
      cell: (row) =>
        row.kind === "named" ? (
          <StatusState status={row.incident.status} />
        ) : (
          <CaseState envelope={row.envelope} note={row.note} />
        ),
    },
    {
      id: "size",
      header: text.columns.size,
      numeric: true,
      cell: (row) =>
        row.kind === "named" ? (
          dash()
        ) : (
          <span className="soft nowrap">{words.desk.size(row.envelope.bucket)}</span>
        ),
    },
    {
      id: "key",
      header: text.columns.key,
      numeric: true,
      cell: (row) =>
        row.kind === "named" ? dash() : <bdi className="mono soft nowrap">{row.envelope.epoch}</bdi>,
    },
  ];
}
