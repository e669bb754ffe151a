import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { useCountryName } from "~/api/countries";
import { paths } from "~/app/paths";
import { listExports } from "~/api/list-exports";
import { cursorOf } from "~/lib/cursor";
import { manyOf, stringifySearch } from "~/lib/search-params";
import { DataTable, type Column } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, options, words, wordsOf } from "~/words/words";
import { applicationsQuery } from "./queries";
import { ApplicationStatusMark } from "./status-mark";

type Application = Schemas["Application"];

const route = getRouteApi("/applications");
const text = words.applications;

const columns = (countryName: (code: string) => string): Column<Application>[] => [
  {
    id: "status",
    header: text.columns.status,
    phone: "start",
    cell: ({ status }) => <ApplicationStatusMark status={status} />,
  },
  {
    id: "name",
    header: text.columns.name,
    phone: "main",
    grows: true,
    cell: ({ id, name }) => (
      <Link className="row-link" to={paths.application(id)}>
        {name}
      </Link>
    ),
  },
  {
    id: "kind",
    header: text.columns.kind,
    phone: "under",
    cell: ({ kind }) => <span className="soft nowrap">{label("OrganisationKind", kind)}</span>,
  },
  {
    id: "country",
    header: text.columns.country,
    cell: ({ country }) => (
      <span className="soft">{country === null || country === undefined ? "–" : countryName(country)}</span>
    ),
  },
  {
    id: "officer",
    header: text.columns.officer,
    cell: ({ officer_name: officer }) => <span className="nowrap">{officer}</span>,
  },
  {
    id: "applied",
    header: text.columns.applied,
    phone: "end",
    cell: ({ created_at: at }) => <span className="soft nowrap">{words.format.day(at)}</span>,
  },
];

export function ApplicationsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const page = useQuery(applicationsQuery(search));
  const countryName = useCountryName();
  useTitle(text.title);
  const query = stringifySearch({ ...search, cursor: undefined });
  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined
      ? undefined
      : () => void navigate({ search: (before) => ({ ...before, cursor }) });
  };
  const { data } = page;
  return (
    <div className="page list-page">
      <div className="ph">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
        <span className="push row">
          <ExportMenu
            look="normal"
            exports={listExports("/api/v1/applications", query, "bellbuoy-applications")}
          />
        </span>
      </div>
      <FilterBar
        filters={[
          {
            kind: "many",
            id: "status",
            label: text.columns.status,
            always: true,
            options: options("ApplicationStatus"),
            value: search.status,
            onChange: (value) =>
              void navigate({
                search: { status: manyOf(wordsOf("ApplicationStatus"), value) },
                replace: true,
              }),
          },
        ]}
      >
        {data !== undefined && (
          <span className="small soft">
            {text.shown(data.items.length, cursorOf(data.next) !== undefined)}
          </span>
        )}
      </FilterBar>
      <Loaded asked={page}>
        {({ items, prev, next }) =>
          items.length === 0 ? (
            <EmptyState title={text.none}>
              {query === "" ? (
                <>
                  {text.noneYet} <Link to={paths.join()}>{text.form}</Link>
                </>
              ) : (
                text.noneFit
              )}
            </EmptyState>
          ) : (
            <DataTable
              name={text.title}
              columns={columns(countryName)}
              rows={items}
              rowKey={(application) => application.id}
              paging={{ previous: turn(prev), next: turn(next) }}
            />
          )
        }
      </Loaded>
    </div>
  );
}
