import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { countriesQuery, useCountryName } from "~/api/countries";
import { listExports } from "~/api/list-exports";
import { mayExport } from "~/api/may";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { cursorOf } from "~/lib/cursor";
import { manyOf, stringifySearch } from "~/lib/search-params";
import { DataTable } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar, type Filter } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { options, words, wordsOf } from "~/words/words";
import { directoryColumns } from "./directory-columns";
import { asFilter, directoryQuery } from "./queries";
import type { DirectorySearch } from "./search";
import { Undisclosed } from "./undisclosed";

const route = getRouteApi("/directory");
const text = words.directory;
const list = "/api/v1/organisations";

export function DirectoryPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const admin = account?.role === "admin";
  const page = useQuery(directoryQuery(search));
  const countries = useQuery(countriesQuery).data ?? [];
  const countryName = useCountryName();
  useTitle(text.title);

  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined
      ? undefined
      : () => void navigate({ search: (before) => ({ ...before, cursor }) });
  };
  const set = (change: DirectorySearch) =>
    void navigate({ search: (before) => ({ ...before, cursor: undefined, ...change }), replace: true });
  const filters: Filter[] = [
    {
      kind: "text",
      id: "q",
      label: text.text,
      always: true,
      value: search.q,
      onChange: (q) => set({ q }),
    },
    {
      kind: "many",
      id: "kind",
      label: text.columns.kind,
      always: true,
      options: options("OrganisationKind"),
      value: search.kind,
      onChange: (value) => set({ kind: manyOf(wordsOf("OrganisationKind"), value) }),
    },
    {
      kind: "many",
      id: "partner_as",
      label: text.columns.partner,
      always: true,
      options: options("Partnership"),
      value: search.partner_as,
      onChange: (value) => set({ partner_as: manyOf(wordsOf("Partnership"), value) }),
    },
    {
      kind: "one",
      id: "country",
      label: text.columns.country,
      always: true,
      usual: "",
      options: [
        { value: "", label: words.ui.filters.any },
        ...countries.map(({ code, name }) => ({ value: code, label: name })),
      ],
      value: search.country ?? "",
      onChange: (country) => set({ country: country === "" ? undefined : country }),
    },
  ];
  const query = stringifySearch(asFilter(search));
  const { data } = page;

  return (
    <div className={account === null ? "wrap page" : "page list-page"}>
      <div className={account === null ? "headr" : "ph"}>
        <h1>{text.title}</h1>
        <span className="soft">{admin ? text.adminNote : text.note}</span>
        <span className="push row">
          {mayExport(account) && (
            <ExportMenu
              look="normal"
              exports={listExports(list, query, "bellbuoy-organisations", account !== null)}
            />
          )}
          {account === null && (
            <Link className="btn go" to={paths.join()}>
              {text.join}
            </Link>
          )}
        </span>
      </div>
      <FilterBar filters={filters}>
        {data !== undefined && (
          <span className="small soft">
            {text.shown(data.items.length, cursorOf(data.next) !== undefined)}
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
              columns={directoryColumns(admin, countryName)}
              rows={items}
              rowKey={(organisation) => organisation.id}
              paging={{ previous: turn(prev), next: turn(next) }}
            />
          )
        }
      </Loaded>
      <Undisclosed />
    </div>
  );
}
