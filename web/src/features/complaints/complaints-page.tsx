import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { listExports } from "~/api/list-exports";
import { paths } from "~/app/paths";
import { cursorOf } from "~/lib/cursor";
import { manyOf, stringifySearch } from "~/lib/search-params";
import { DataTable, type Column } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { options, words, wordsOf } from "~/words/words";
import { opening } from "./complaint-form";
import { complaintsQuery } from "./queries";
import { ComplaintStatusMark } from "./status-mark";

const route = getRouteApi("/complaints");
const text = words.complaints;

const columns: Column<Schemas["Complaint"]>[] = [
  {
    id: "status",
    header: text.columns.status,
    phone: "start",
    cell: ({ status }) => <ComplaintStatusMark status={status} />,
  },
  {
    id: "words",
    header: text.columns.words,
    phone: "main",
    grows: true,
    cell: (row) => (
      <Link className="row-link" to={paths.complaint(row.id)}>
        {opening(row.words)}
      </Link>
    ),
  },
  {
    id: "certificate",
    header: text.columns.certificate,
    phone: "under",
    cell: ({ certificate }) => <bdi className="mono nowrap">{certificate}</bdi>,
  },
  {
    id: "received",
    header: text.columns.received,
    phone: "end",
    cell: ({ created_at: at }) => <span className="soft nowrap">{words.format.day(at)}</span>,
  },
];

/** Every complaint, for those who decide on them. */
export function ComplaintsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const page = useQuery(complaintsQuery(search));
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
            exports={listExports("/api/v1/complaints", query, "bellbuoy-complaints")}
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
            options: options("ComplaintStatus"),
            value: search.status,
            onChange: (value) =>
              void navigate({
                search: { status: manyOf(wordsOf("ComplaintStatus"), value) },
                replace: true,
              }),
          },
        ]}
      >
        {data !== undefined && (
          <span className="small soft">
            {text.shown(data.items.length, cursorOf(data.next) !== undefined, page.dataUpdatedAt)}
          </span>
        )}
      </FilterBar>
      <Loaded asked={page}>
        {({ items, prev, next }) =>
          items.length === 0 ? (
            <EmptyState title={text.none}>
              {query === "" ? (
                <>
                  {text.noneYet} <Link to={paths.newComplaint()}>{text.form}</Link>
                </>
              ) : (
                text.noneFit
              )}
            </EmptyState>
          ) : (
            <DataTable
              name={text.title}
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
              paging={{ previous: turn(prev), next: turn(next) }}
            />
          )
        }
      </Loaded>
    </div>
  );
}
