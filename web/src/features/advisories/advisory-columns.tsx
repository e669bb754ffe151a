import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import type { Column } from "~/ui/data-table";
import { SeverityMark } from "~/ui/severity-mark";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { TlpTag } from "~/ui/tlp-tag";
import { label, words } from "~/words/words";

type Advisory = Schemas["Advisory"];

const text = words.advisories;

const tones = {
  draft: "open",
  released: "valid",
  withdrawn: "stopped",
} satisfies Record<Schemas["AdvisoryStatus"], StateTone>;

export function AdvisoryStatusMark({ status }: { status: Schemas["AdvisoryStatus"] }) {
  return <StateMark tone={tones[status]} label={label("AdvisoryStatus", status)} />;
}

export function regionsOf(advisory: Advisory): string {
  const [first, ...more] = advisory.sea_regions;
  if (first === undefined) return text.anywhere;
  const name = label("SeaRegion", first);
  return more.length === 0 ? name : text.andMore(name, more.length);
}

const released: Column<Advisory> = {
  id: "released_at",
  header: text.columns.released,
  phone: "end",
  cell: (advisory) => (
    <span className="soft nowrap">
      {advisory.released_at === null || advisory.released_at === undefined
        ? "–"
        : words.format.day(advisory.released_at)}
    </span>
  ),
};

const severity: Column<Advisory> = {
  id: "severity",
  header: text.columns.severity,
  phone: "start",
  cell: (advisory) => <SeverityMark level={advisory.severity} label={label("Severity", advisory.severity)} />,
};

const title: Column<Advisory> = {
  id: "title",
  header: text.columns.advisory,
  phone: "main",
  grows: true,
  cell: (advisory) => (
    <Link className="row-link" to={paths.advisory(advisory.number ?? advisory.id)}>
      {advisory.title}
    </Link>
  ),
};

const where: Column<Advisory> = {
  id: "where",
  header: text.columns.where,
  phone: "under",
  cell: (advisory) => <span className="soft nowrap">{regionsOf(advisory)}</span>,
};

const number: Column<Advisory> = {
  id: "number",
  header: text.columns.number,
  numeric: true,
  cell: (advisory) => <bdi className="mono soft nowrap">{advisory.number ?? "–"}</bdi>,
};

const status: Column<Advisory> = {
  id: "status",
  header: text.columns.status,
  cell: (advisory) => <AdvisoryStatusMark status={advisory.status} />,
};

const tlp: Column<Advisory> = {
  id: "tlp",
  header: text.columns.tlp,
  cell: (advisory) => <TlpTag level={advisory.tlp} label={label("Tlp", advisory.tlp)} />,
};

export const publicColumns: Column<Advisory>[] = [released, severity, title, where, number];
export const deskColumns: Column<Advisory>[] = [released, severity, title, where, status, tlp, number];
