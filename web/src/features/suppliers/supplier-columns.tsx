import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import type { Column } from "~/ui/data-table";
import { label, words } from "~/words/words";

type Supplier = Schemas["Supplier"];

const text = words.suppliers.columns;

export function domainsOf({ domains }: Supplier): string {
  return domains.length === 0 ? "–" : words.format.list(domains.map((word) => label("WorkDomain", word)));
}

/** Names of countries come from another list, which may still be on its way. */
export function supplierColumns(countryName: (code: string) => string): Column<Supplier>[] {
  return [
    {
      id: "name",
      header: text.name,
      phone: "main",
      cell: (row) => (
        <Link className="row-link nowrap" to={paths.supplier(row.id)}>
          {row.name}
        </Link>
      ),
    },
    {
      id: "place",
      header: text.place,
      phone: "start",
      cell: (row) => (
        <span className="soft nowrap">{words.format.place(row.place, countryName(row.country))}</span>
      ),
    },
    {
      id: "domains",
      header: text.domains,
      phone: "under",
      grows: true,
      cell: (row) => <span className="soft">{domainsOf(row)}</span>,
    },
    {
      id: "languages",
      header: text.languages,
      cell: (row) => (
        <span className="soft nowrap">
          {words.format.list(row.languages.map((code) => words.format.language(code)))}
        </span>
      ),
    },
  ];
}
