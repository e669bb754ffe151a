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
import { asFilter, suppliersQuery } from "./queries";
import type { SuppliersSearch } from "./search";
import { supplierColumns } from "./supplier-columns";

const route = getRouteApi("/suppliers");
const text = words.suppliers;
const list = "/api/v1/suppliers";

/** Firms with an accreditation. */
export function SuppliersPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const page = useQuery(suppliersQuery(search));
  const countries = useQuery(countriesQuery).data ?? [];
  const countryName = useCountryName();
  useTitle(text.title);

  const set = (change: SuppliersSearch) =>
    void navigate({ search: (before) => ({ ...before, cursor: undefined, ...change }), replace: true });
  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined
      ? undefined
      : () => void navigate({ search: (before) => ({ ...before, cursor }) });
  };
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
      id: "domain",
      label: text.columns.domains,
      always: true,
      options: options("WorkDomain"),
      value: search.domain,
      onChange: (value) => set({ domain: manyOf(wordsOf("WorkDomain"), value) }),
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
    <div className="wrap page">
      <p className="small crumbs">
        <Link to={paths.consultants()}>{words.consultants.short}</Link>
      </p>
      <div className="headr">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
        <span className="push row">
          {mayExport(account) && (
            <ExportMenu
              look="normal"
              exports={listExports(list, query, "bellbuoy-firms", account !== null)}
            />
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
              columns={supplierColumns(countryName)}
              rows={items}
              rowKey={(supplier) => supplier.id}
              paging={{ previous: turn(prev), next: turn(next) }}
            />
          )
        }
      </Loaded>
    </div>
  );
}
