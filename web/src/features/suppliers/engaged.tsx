import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { useAccount, type Account } from "~/api/session";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { DataTable, type Column } from "~/ui/data-table";
import { Loaded } from "~/ui/loaded";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { engagedQuery, useConfirm } from "./queries";

type Engaged = Schemas["Engaged"];

const text = words.suppliers.people;

/** Who may be asked to confirm: the scheme, or an owner or the security officer of a member; the API knows of which. */
function mayConfirm(account: Account | null): boolean {
  if (account === null) return false;
  const within = account.membership?.role;
  return account.role === "scheme_administrator" || within === "owner" || within === "cso";
}

/** Who works there and who did; the firm itself also sees those whom it has not confirmed. */
export function EngagedPeople({ supplier }: { supplier: string }) {
  const engaged = useQuery(engagedQuery(supplier));
  const confirm = useConfirm(supplier);
  const may = mayConfirm(useAccount());
  const state = (row: Engaged) => {
    if (row.confirmed_at !== null && row.confirmed_at !== undefined)
      return <span className="soft nowrap">{words.format.day(row.confirmed_at)}</span>;
    return may ? (
      <Button
        aria-label={text.confirmName(row.name)}
        disabled={confirm.isPending}
        onClick={() => confirm.mutate(row.id)}
      >
        {text.confirm}
      </Button>
    ) : (
      <span className="soft">{text.waits}</span>
    );
  };
  const columns: Column<Engaged>[] = [
    {
      id: "name",
      header: text.name,
      phone: "main",
      grows: true,
      cell: (row) => (
        <Link className="row-link" to={paths.consultant(row.consultant_id)}>
          {row.name}
        </Link>
      ),
    },
    { id: "from_on", header: text.from, phone: "start", cell: (row) => words.format.day(row.from_on) },
    {
      id: "to_on",
      header: text.to,
      phone: "end",
      cell: ({ to_on }) => (to_on === null || to_on === undefined ? text.lasts : words.format.day(to_on)),
    },
    { id: "state", header: text.state, phone: "under", told: true, cell: state },
  ];
  return (
    <section className="form-part">
      <div className="ph">
        <h2>{text.title}</h2>
        <Link className="push" to={paths.consultants()} search={{ supplier }}>
          {text.search}
        </Link>
      </div>
      {confirm.isError && <ErrorState error={confirm.error} />}
      <Loaded asked={engaged}>
        {(people) =>
          people.length === 0 ? (
            <p className="soft">{text.none}</p>
          ) : (
            <DataTable name={text.title} columns={columns} rows={people} rowKey={(row) => row.id} />
          )
        }
      </Loaded>
    </section>
  );
}
