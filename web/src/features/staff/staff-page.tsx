import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { listExports } from "~/api/list-exports";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { EnterDialog } from "./enter-dialog";
import { PersonDialog } from "./person-dialog";
import { staffQuery } from "./queries";
import { staffColumns } from "./staff-columns";

const route = getRouteApi("/staff");
const text = words.staff;

/** The people of the platform: who there is, who may do what, and who has to be let in again. */
export function StaffPage() {
  const { person: open } = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const staff = useQuery(staffQuery);
  const [enters, setEnters] = useState(false);
  useTitle(text.title);
  const person = staff.data?.find(({ id }) => id === open);
  return (
    <div className="page list-page">
      <div className="ph">
        <h1>{text.title}</h1>
        {staff.data !== undefined && <span className="soft">{text.note(staff.data.length)}</span>}
        <span className="push row">
          <ExportMenu look="normal" exports={listExports("/api/v1/staff", "", "bellbuoy-staff")} />
          <Link to={paths.doctor()}>{words.doctor.title}</Link>
          <Button look="go" onClick={() => setEnters(true)}>
            {text.enter.action}
          </Button>
        </span>
      </div>
      <Loaded asked={staff}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState title={text.none}>{text.noneHint}</EmptyState>
          ) : (
            <DataTable
              name={text.title}
              columns={staffColumns(account)}
              rows={people}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
      {enters && <EnterDialog onClose={() => setEnters(false)} />}
      {person !== undefined && (
        <PersonDialog
          key={person.id}
          person={person}
          onReread={() => staff.refetch()}
          onClose={() => void navigate({ search: (before) => ({ ...before, person: undefined }) })}
        />
      )}
    </div>
  );
}
