import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { DataTable, type Column } from "~/ui/data-table";
import { words } from "~/words/words";

type Engagement = Schemas["Engagement"];

const text = words.consultant.engagements;

function confirmed({ confirmed_at: at, retracted_at: back }: Engagement): string {
  if (back !== null && back !== undefined) return text.retracted(back);
  return at === null || at === undefined ? text.unconfirmed : words.format.day(at);
}

const columns: Column<Engagement>[] = [
  {
    id: "firm",
    header: text.firm,
    phone: "main",
    grows: true,
    cell: ({ supplier }) => (
      <Link className="row-link" to={paths.supplier(supplier.id)}>
        {supplier.name}
      </Link>
    ),
  },
  {
    id: "from_on",
    header: text.from,
    phone: "start",
    cell: ({ from_on }) => <span className="nowrap">{words.format.day(from_on)}</span>,
  },
  {
    id: "to_on",
    header: text.to,
    phone: "end",
    cell: ({ to_on }) => (
      <span className="nowrap">
        {to_on === null || to_on === undefined ? text.lasts : words.format.day(to_on)}
      </span>
    ),
  },
  {
    id: "confirmed_at",
    header: text.confirmed,
    phone: "under",
    told: true,
    cell: (row) => <span className="soft nowrap">{confirmed(row)}</span>,
  },
];

/** For whom somebody works and worked, with the days. */
export function Engagements({ engagements }: { engagements: readonly Engagement[] }) {
  return (
    <section className="form-part">
      <h2>{text.title}</h2>
      {engagements.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <DataTable name={text.title} columns={columns} rows={engagements} rowKey={({ id }) => id} />
      )}
    </section>
  );
}
