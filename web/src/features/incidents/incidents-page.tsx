import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { listExports } from "~/api/list-exports";
import { mayExport, mayReport } from "~/api/may";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { cursorOf } from "~/lib/cursor";
import { stringifySearch } from "~/lib/search-params";
import { ColumnsMenu, shownColumns } from "~/ui/columns-menu";
import { DataTable } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { incidentColumns } from "./incident-columns";
import { incidentFilters } from "./incident-filters";
import { incidentsQuery } from "./queries";
import { asFilter, sorts, type IncidentsSearch } from "./search";

const route = getRouteApi("/incidents");
const text = words.incidents;
const list = "/api/v1/incidents";

export function IncidentsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const page = useQuery(incidentsQuery(search));
  useTitle(text.title);

  const set = (change: IncidentsSearch) =>
    void navigate({ search: (before) => ({ ...before, cursor: undefined, ...change }), replace: true });
  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined
      ? undefined
      : () => void navigate({ search: (before) => ({ ...before, cursor }) });
  };
  const query = stringifySearch(asFilter(search));

  return (
    <div className="page list-page">
      <div className="ph">
        <h1>{text.title}</h1>
        <span className="soft">{account?.role === "member" ? text.memberNote : text.analystNote}</span>
        <span className="push row">
          <ColumnsMenu
            columns={incidentColumns}
            chosen={search.columns}
            onChoose={(columns) => void navigate({ search: (before) => ({ ...before, columns }) })}
          />
          {mayExport(account) && (
            <ExportMenu look="normal" exports={listExports(list, query, "bellbuoy-incidents")} />
          )}
          {mayReport(account) && (
            <Link className="btn go" to={paths.newIncident()}>
              {text.newTitle}
            </Link>
          )}
        </span>
      </div>
      <FilterBar filters={incidentFilters(search, set)}>
        <span className="small soft">{text.shown(page.data?.items.length ?? 0, page.data?.total)}</span>
      </FilterBar>
      <Loaded asked={page}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState title={text.none}>{query === "" ? text.noneYet : text.noneFit}</EmptyState>
          ) : (
            <DataTable
              dense
              name={text.title}
              columns={shownColumns(incidentColumns, search.columns)}
              rows={data.items}
              rowKey={(incident) => incident.id}
              sort={search.sort ?? "-recorded_month"}
              onSort={(sort) => set({ sort: sorts.find((known) => known === sort) })}
              paging={{ previous: turn(data.prev), next: turn(data.next) }}
            />
          )
        }
      </Loaded>
    </div>
  );
}
