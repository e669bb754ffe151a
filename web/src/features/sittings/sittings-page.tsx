import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { countriesQuery } from "~/api/countries";
import { listExports } from "~/api/list-exports";
import { mayExport } from "~/api/may";
import { useAccount } from "~/api/session";
import { otherEntries, paths } from "~/app/paths";
import { cursorOf } from "~/lib/cursor";
import { manyOf, stringifySearch } from "~/lib/search-params";
import { DataTable } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar, type Filter } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { options, words, wordsOf } from "~/words/words";
import { runsSittings } from "./can";
import { asFilter, sittingsQuery } from "./queries";
import type { SittingsSearch } from "./search";
import { sittingColumns } from "./sitting-columns";

const route = getRouteApi("/sittings");
const text = words.sittings;
const list = "/api/v1/sittings";

/** Exams, trainings and workshops, the next first. */
export function SittingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const page = useQuery(sittingsQuery(search));
  useTitle(text.title);

  const set = (change: SittingsSearch) =>
    void navigate({ search: (before) => ({ ...before, cursor: undefined, ...change }), replace: true });
  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined
      ? undefined
      : () => void navigate({ search: (before) => ({ ...before, cursor }) });
  };
  const filters = useSittingFilters(search, set);
  const query = stringifySearch(asFilter(search));
  const { data } = page;
  return (
    <div className="wrap page">
      <p className="small crumbs">
        <Link to={paths.consultants()}>{words.consultants.short}</Link>
      </p>
      <div className="headr">
        <h1>{text.title}</h1>
        <span className="soft">{text.lead}</span>
        <span className="push row">
          <a href={otherEntries.sittingsCalendar()}>{text.follow}</a>
          {mayExport(account) && (
            <ExportMenu
              look="normal"
              exports={listExports(list, query, "bellbuoy-sittings", account !== null)}
            />
          )}
          {runsSittings(account) && (
            <Link className="btn go" to={paths.newSitting()}>
              {text.announce}
            </Link>
          )}
        </span>
      </div>
      <FilterBar filters={filters}>
        {data !== undefined && (
          <span className="small soft">
            {text.shown(data.items.length, cursorOf(data.next) !== undefined, page.dataUpdatedAt)}
          </span>
        )}
      </FilterBar>
      <Loaded asked={page}>
        {({ items, prev, next }) =>
          items.length === 0 ? (
            <EmptyState title={text.none}>{query === "" ? text.noneYet : text.noneFit}</EmptyState>
          ) : (
            <DataTable
              name={text.title}
              columns={sittingColumns}
              rows={items}
              rowKey={(sitting) => sitting.id}
              paging={{ previous: turn(prev), next: turn(next) }}
            />
          )
        }
      </Loaded>
    </div>
  );
}

function useSittingFilters(search: SittingsSearch, set: (change: SittingsSearch) => void): Filter[] {
  const countries = useQuery(countriesQuery).data ?? [];
  return [
    {
      kind: "many",
      id: "kind",
      label: text.filters.kind,
      always: true,
      options: options("SittingKind"),
      value: search.kind,
      onChange: (value) => set({ kind: manyOf(wordsOf("SittingKind"), value) }),
    },
    {
      kind: "one",
      id: "free",
      label: text.filters.free,
      always: true,
      usual: "",
      options: [
        { value: "", label: text.free.any },
        { value: "true", label: text.free.yes },
      ],
      value: search.free ?? "",
      onChange: (free) => set({ free: free === "true" ? "true" : undefined }),
    },
    {
      kind: "one",
      id: "when",
      label: text.filters.when,
      always: true,
      usual: "",
      options: [
        { value: "", label: text.when.ahead },
        { value: "past", label: text.when.past },
      ],
      value: search.when ?? "",
      onChange: (when) => set({ when: when === "past" ? "past" : undefined }),
    },
    {
      kind: "one",
      id: "country",
      label: text.filters.country,
      usual: "",
      options: [
        { value: "", label: words.ui.filters.any },
        ...countries.map(({ code, name }) => ({ value: code, label: name })),
      ],
      value: search.country ?? "",
      onChange: (country) => set({ country: country === "" ? undefined : country }),
    },
  ];
}
