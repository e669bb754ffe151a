import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import type { Column } from "~/ui/data-table";
import { label, words } from "~/words/words";
import { SeatMark, seatsOf, whereOf } from "./seat-mark";

type Sitting = Schemas["Sitting"];

const text = words.sittings;

export const sittingColumns: Column<Sitting>[] = [
  {
    id: "title",
    header: text.columns.title,
    phone: "main",
    grows: true,
    cell: (row) => (
      <Link className="row-link" to={paths.sitting(row.id)}>
        {row.title}
      </Link>
    ),
  },
  {
    id: "kind",
    header: text.columns.kind,
    phone: "start",
    cell: (row) => <span className="soft nowrap">{label("SittingKind", row.kind)}</span>,
  },
  {
    id: "when",
    header: text.columns.when,
    phone: "under",
    cell: (row) => <span className="nowrap">{text.span(row.starts_local, row.ends_local)}</span>,
  },
  {
    id: "where",
    header: text.columns.where,
    cell: (row) => <span className="soft">{whereOf(row)}</span>,
  },
  {
    id: "seats",
    header: text.columns.seats,
    phone: "end",
    cell: (row) =>
      row.own_seat === null || row.own_seat === undefined ? (
        <span className="soft nowrap">{seatsOf(row)}</span>
      ) : (
        <SeatMark state={row.own_seat.state} result={row.own_seat.result} />
      ),
  },
];
