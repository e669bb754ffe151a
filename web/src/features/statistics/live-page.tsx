import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { asProblem } from "~/api/problem";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { apiCall } from "~/lib/api-call";
import { stringifySearch } from "~/lib/search-params";
import { FilterBar, type Filter } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { useTitle } from "~/ui/use-title";
import { label, words, wordsOf } from "~/words/words";
import { BarsChart } from "./bars-chart";
import { Definition } from "./definition";
import { DimensionTabs } from "./dimension-tabs";
import { PeriodChart, PeriodTable } from "./period-chart";
import { PublishRelease } from "./publish-release";
import { liveQuery } from "./queries";
import { RangeNote } from "./range-note";
import { rangeFault, type FiguresSearch } from "./search";
import { recentMonths } from "~/lib/recent-months";

const route = getRouteApi("/statistics");
const text = words.figures;

export function LivePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const asked = { ...search, period: search.period ?? "quarter" };
  const typed = rangeFault(search, "month");
  const table = useQuery({ ...liveQuery(asked), enabled: typed === null });
  // All else in the address is one of our words, so that only the range can be refused.
  const fault = typed ?? (asProblem(table.error)?.status === 400 ? { kind: "empty" } : null);
  useTitle(text.live.title);
  const set = (change: FiguresSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const query = stringifySearch({ ...asked, by: asked.by ?? "kind" });
  const call = () => apiCall(`/api/v1/statistics/incidents${query}`, "application/json", true);

  const filters: Filter[] = [
    {
      kind: "range",
      id: "months",
      label: text.filter.months,
      always: true,
      options: recentMonths(new Date()).map((value) => ({ value, label: words.format.month(value) })),
      from: fault === null ? search.from : undefined,
      to: fault === null ? search.to : undefined,
      onChange: (from, to) => set({ from, to }),
    },
    {
      kind: "one",
      id: "period",
      label: text.filter.period,
      always: true,
      options: wordsOf("Period").map((value) => ({ value, label: text.per[value] })),
      value: asked.period,
      usual: "quarter",
      onChange: (value) => set({ period: wordsOf("Period").find((word) => word === value) }),
    },
    {
      kind: "one",
      id: "series",
      label: text.filter.series,
      always: true,
      options: wordsOf("Series").map((value) => ({ value, label: label("Series", value) })),
      value: search.series ?? "reported",
      usual: "reported",
      onChange: (value) => set({ series: wordsOf("Series").find((word) => word === value) }),
    },
  ];

  return (
    <div className="wrap page">
      <div className="headr">
        <h1>{text.live.title}</h1>
        <DimensionTabs to={paths.statistics()} search={search} />
        <span className="push" />
        <Link to={paths.figures()}>{text.live.released}</Link>
        {(account?.role === "analyst" || account?.role === "admin") && <PublishRelease />}
      </div>
      <FilterBar filters={filters} />
      {fault === null ? (
        <Loaded asked={table}>{(data) => <Live table={data} call={call} />}</Loaded>
      ) : (
        <RangeNote to={paths.statistics()} search={search} fault={fault} unit="month" />
      )}
    </div>
  );
}

function Live({ table, call }: { table: Schemas["Table"]; call: () => string }) {
  return (
    <>
      <Definition table={table} />
      <p className="note warn small">{text.live.quote}</p>
      <div className="figure-grid">
        <PeriodChart table={table} call={call} />
        <div>
          <BarsChart table={table} title={text.tab[table.dimension]} call={call} />
        </div>
      </div>
      <div className="line">
        <PeriodTable table={table} call={call} />
      </div>
    </>
  );
}
