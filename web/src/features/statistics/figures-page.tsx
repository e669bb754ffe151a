import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { apiCall } from "~/lib/api-call";
import { view, years } from "~/lib/figures";
import { SumTable } from "~/ui/charts/sum-table";
import { FilterBar, type Filter } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words, wordsOf } from "~/words/words";
import { BarsChart } from "./bars-chart";
import { Definition } from "./definition";
import { DimensionTabs } from "./dimension-tabs";
import { MapChart } from "./map-chart";
import { PeriodChart, PeriodTable } from "./period-chart";
import { latestReleaseQuery } from "./queries";
import type { FiguresSearch } from "./search";
import { bestPeriod, namedSums, periodsOf, tableOf } from "./tables";

const route = getRouteApi("/figures");
const text = words.figures;

export function FiguresPage() {
  const release = useQuery(latestReleaseQuery);
  const search = route.useSearch();
  useTitle(text.title);
  return (
    <div className="wrap page">
      <div className="headr">
        <h1>{text.title}</h1>
        <DimensionTabs to={paths.figures()} search={search} />
        <span className="push" />
        <Link to={paths.aboutFigures()}>{text.reliable}</Link>
      </div>
      <Loaded asked={release}>
        {(data) =>
          data === null || data.tables.length === 0 ? (
            <EmptyState title={text.none.title}>{text.none.text}</EmptyState>
          ) : (
            <Figures release={data} search={search} />
          )
        }
      </Loaded>
    </div>
  );
}

function Figures({ release, search }: { release: Schemas["Release"]; search: FiguresSearch }) {
  const navigate = route.useNavigate();
  const set = (change: FiguresSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const by = search.by ?? "kind";
  const series = search.series ?? "reported";
  const period = search.period ?? bestPeriod(release, by, series);
  const table = tableOf(release, by, period, series);
  const { from, to } = search;
  const call = () => apiCall(`/api/v1/statistics/releases/${release.id}`, "application/json", false);
  if (table === undefined) return <EmptyState title={text.chart.none} />;

  const filters: Filter[] = [
    {
      kind: "range",
      id: "years",
      label: text.filter.years,
      always: true,
      options: years(table).map((year) => ({ value: year, label: year })),
      from,
      to,
      onChange: (low, high) => set({ from: low, to: high }),
    },
    {
      kind: "one",
      id: "period",
      label: text.filter.period,
      always: true,
      options: periodsOf(release, by, series).map((value) => ({ value, label: text.per[value] })),
      value: period,
      usual: bestPeriod(release, by, series),
      onChange: (value) => set({ period: wordsOf("Period").find((word) => word === value) }),
    },
    {
      kind: "one",
      id: "series",
      label: text.filter.series,
      always: true,
      options: wordsOf("Series").map((value) => ({ value, label: label("Series", value) })),
      value: series,
      usual: "reported",
      onChange: (value) => set({ series: wordsOf("Series").find((word) => word === value) }),
    },
  ];

  const barsBy = by === "system" ? "kind" : "system";
  const bars = tableOf(release, barsBy, "year", series);
  const regions = tableOf(release, "sea_region", "year", series);
  return (
    <>
      <FilterBar filters={filters} />
      <Definition table={table} />
      <div className="figure-grid line">
        <PeriodChart table={table} from={from} to={to} call={call} />
        {bars !== undefined && (
          <div>
            <BarsChart table={bars} title={text.bars.title[barsBy]} from={from} to={to} call={call} />
          </div>
        )}
      </div>
      <div className="line">
        <PeriodTable table={table} from={from} to={to} call={call} />
      </div>
      {regions !== undefined && <Regions table={regions} from={from} to={to} call={call} />}
    </>
  );
}

function Regions({
  table,
  from,
  to,
  call,
}: {
  table: Schemas["Table"];
  from: string | undefined;
  to: string | undefined;
  call: () => string;
}) {
  const figure = view(table, from, to);
  const covered = figure.periods.map((period) => period.id);
  const range = text.range(covered[0] ?? "", covered.at(-1) ?? "");
  return (
    <div className="figure-grid line">
      <MapChart
        table={table}
        figure={figure}
        title={text.map.title}
        subtitle={text.map.subtitle(range, table.n, table.as_of)}
        alt={text.map.alt}
        call={call}
      />
      <div className="map-twin">
        <SumTable
          name={text.map.title}
          dimension={text.tab.sea_region}
          unit={text.table.incidents}
          rows={namedSums("sea_region", figure)}
        />
        <p className="small soft">{text.map.elsewhere}</p>
      </div>
    </div>
  );
}
