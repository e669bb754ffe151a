import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import type { Column } from "~/ui/data-table";
import { label, words } from "~/words/words";
import { OrganisationMark } from "./marks";

type Organisation = Schemas["Organisation"];

const text = words.directory.columns;

export function partnersOf({ partner_as: partners }: Organisation): string {
  return words.format.list(partners.map((word) => label("Partnership", word)));
}

const kind: Column<Organisation> = {
  id: "kind",
  header: text.kind,
  phone: "under",
  cell: (row) => <span className="soft nowrap">{label("OrganisationKind", row.kind)}</span>,
};

const name: Column<Organisation> = {
  id: "name",
  header: text.name,
  phone: "main",
  grows: true,
  cell: (row) => (
    <Link className="row-link" to={paths.member(row.id)}>
      {row.name}
    </Link>
  ),
};

const partner: Column<Organisation> = {
  id: "partner_as",
  header: text.partner,
  cell: (row) => <span className="soft">{row.partner_as.length === 0 ? "–" : partnersOf(row)}</span>,
};

const status: Column<Organisation> = {
  id: "status",
  header: text.status,
  phone: "start",
  cell: (row) => <OrganisationMark status={row.status} />,
};

const visibility: Column<Organisation> = {
  id: "visibility",
  header: text.visibility,
  cell: (row) => <span className="soft nowrap">{label("Visibility", row.visibility)}</span>,
};

/** Names of countries come from another list, which may still be on its way. */
export function directoryColumns(
  admin: boolean,
  countryName: (code: string) => string,
): Column<Organisation>[] {
  const country: Column<Organisation> = {
    id: "country",
    header: text.country,
    phone: "end",
    cell: (row) => (
      <span className="soft nowrap">
        {row.country === null || row.country === undefined ? "–" : countryName(row.country)}
      </span>
    ),
  };
  return admin
    ? [name, kind, country, status, visibility, partner]
    : [name, { ...kind, phone: "start" }, country, partner];
}
