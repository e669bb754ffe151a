import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "~/api/client";
import { listExports } from "~/api/list-exports";
import { useAccount } from "~/api/session";
import { cursorOf } from "~/lib/cursor";
import { DataTable } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { words } from "~/words/words";
import { managedRoles, type Standing } from "./can";
import { InviteForm } from "./invite-form";
import { peopleColumns } from "./people-columns";
import { PersonDialog } from "./person-dialog";
import { peopleQuery } from "./queries";
import type { PeopleSearch } from "./search";

const text = words.organisation.people;

/** Who acts for an organisation; who manages it opens a person to change something. */
export function People({
  organisation,
  standing,
  search,
  onSearch,
}: {
  organisation: Schemas["Organisation"];
  standing: Standing;
  search: PeopleSearch;
  onSearch: (change: PeopleSearch) => void;
}) {
  const account = useAccount();
  const people = useQuery(peopleQuery(organisation.id, search));
  const withLeft = search.left === "true";
  const managed = managedRoles(standing);
  const takesAway = account?.membership?.role !== "duty_officer";
  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined ? undefined : () => onSearch({ cursor });
  };
  return (
    <section className="form-part line">
      <div className="ph">
        <h2>{text.title}</h2>
        {people.data !== undefined && (
          <span className="soft">{text.note(people.data.items.length, withLeft)}</span>
        )}
        <span className="push row">
          <label className="choice">
            <input
              type="checkbox"
              checked={withLeft}
              onChange={(event) =>
                onSearch({ left: event.target.checked ? "true" : undefined, cursor: undefined })
              }
            />
            <span>{text.withLeft}</span>
          </label>
          {takesAway && (
            <ExportMenu
              exports={listExports(
                `/api/v1/organisations/${organisation.id}/memberships`,
                withLeft ? "?left=true" : "",
                "bellbuoy-memberships",
              )}
            />
          )}
        </span>
      </div>
      <Loaded asked={people}>
        {({ items, prev, next }) => (
          <>
            <Waiting people={items} />
            {items.length === 0 ? (
              <EmptyState title={text.none}>{managed.length > 0 && text.noneHint}</EmptyState>
            ) : (
              <DataTable
                name={text.title}
                columns={peopleColumns(account)}
                rows={items}
                rowKey={(person) => person.id}
                paging={{ previous: turn(prev), next: turn(next) }}
              />
            )}
          </>
        )}
      </Loaded>
      {managed.length === 0 ? (
        <p className="small soft">{text.readOnly}</p>
      ) : (
        organisation.status === "member" && <InviteForm organisation={organisation.id} roles={managed} />
      )}
      {search.person !== undefined && (
        <PersonDialog
          key={search.person}
          id={search.person}
          standing={standing}
          onClose={() => onSearch({ person: undefined })}
        />
      )}
    </section>
  );
}

function Waiting({ people }: { people: readonly Schemas["Membership"][] }) {
  const waiting = people.filter(({ state }) => state === "accepted").length;
  return waiting === 0 ? null : <p className="note">{text.waiting(waiting)}</p>;
}
