import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { listExports } from "~/api/list-exports";
import { mayExport } from "~/api/may";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { cursorOf } from "~/lib/cursor";
import { manyOf, stringifySearch } from "~/lib/search-params";
import { DataTable, type Column } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar, type Filter } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, options, words, wordsOf } from "~/words/words";
import { moderates } from "./can";
import { ratingsQuery } from "./queries";
import { ReviewStatusMark } from "./status-mark";

const route = getRouteApi("/ratings");
const text = words.ratings;

const columns: Column<Schemas["Rating"]>[] = [
  {
    id: "status",
    header: text.columns.status,
    phone: "start",
    cell: ({ status }) => <ReviewStatusMark status={status} />,
  },
  {
    id: "rated",
    header: text.columns.rated,
    phone: "main",
    grows: true,
    cell: (row) => (
      <Link className="row-link" to={paths.rating(row.id)}>
        {row.rated.name}
      </Link>
    ),
  },
  { id: "by", header: text.columns.by, phone: "under", cell: ({ organisation }) => organisation },
  {
    id: "days",
    header: text.columns.days,
    phone: "under",
    cell: ({ from_on: from, to_on: to }) => (
      <span className="nowrap">{text.days(words.format.day(from), words.format.day(to))}</span>
    ),
  },
  {
    id: "answer",
    header: text.columns.answer,
    phone: "under",
    cell: ({ answer_status: status }) =>
      status === null || status === undefined ? "–" : label("ReviewStatus", status),
  },
  {
    id: "sent",
    header: text.columns.sent,
    phone: "end",
    cell: ({ created_at: at }) => <span className="soft nowrap">{words.format.day(at)}</span>,
  },
];

/** The ratings of one's organisation; for a scheme administrator all of them. */
export function RatingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const all = moderates(account);
  const page = useQuery(ratingsQuery(search));
  useTitle(text.title);
  const query = stringifySearch({ ...search, cursor: undefined });
  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined
      ? undefined
      : () => void navigate({ search: (before) => ({ ...before, cursor }) });
  };
  const status: Filter = {
    kind: "many",
    id: "status",
    label: text.columns.status,
    always: true,
    options: options("ReviewStatus"),
    value: search.status,
    onChange: (value) =>
      void navigate({
        search: (before) => ({
          ...before,
          cursor: undefined,
          status: manyOf(wordsOf("ReviewStatus"), value),
        }),
        replace: true,
      }),
  };
  const answer: Filter = {
    kind: "many",
    id: "answer",
    label: text.columns.answer,
    always: true,
    options: options("ReviewStatus").slice(0, 3),
    value: search.answer,
    onChange: (value) =>
      void navigate({
        search: (before) => ({
          ...before,
          cursor: undefined,
          answer: manyOf(wordsOf("ReviewStatus"), value),
        }),
        replace: true,
      }),
  };
  const { data } = page;
  return (
    <div className="page list-page">
      <div className="ph">
        <h1>{text.title}</h1>
        <span className="soft">{all ? text.all : text.own}</span>
        <span className="push row">
          {mayExport(account) && (
            <ExportMenu look="normal" exports={listExports("/api/v1/ratings", query, "bellbuoy-ratings")} />
          )}
        </span>
      </div>
      <FilterBar filters={all ? [status, answer] : [status]}>
        {data !== undefined && (
          <span className="small soft">
            {text.shown(data.items.length, cursorOf(data.next) !== undefined)}
          </span>
        )}
      </FilterBar>
      <Loaded asked={page}>
        {({ items, prev, next }) =>
          items.length === 0 ? (
            <EmptyState title={text.none}>{query === "" ? <NoneYet all={all} /> : text.noneFit}</EmptyState>
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

function NoneYet({ all }: { all: boolean }) {
  if (all) return text.noneAll;
  return (
    <>
      {text.noneOwn} <Link to={paths.consultants()}>{text.people}</Link>{" "}
      <Link to={paths.suppliers()}>{text.firms}</Link>
    </>
  );
}
