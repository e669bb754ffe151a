import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { view } from "~/lib/figures";
import { FilterBar } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { BarsChart } from "./bars-chart";
import { releaseCall } from "./calls";
import { Definition } from "./definition";
import { DimensionTabs } from "./dimension-tabs";
import { figureFilters } from "./figure-filters";
import { PeriodChart, PeriodTable } from "./period-chart";
import { latestReleaseQuery } from "./queries";
import { RangeNote } from "./range-note";
import { Regions } from "./regions";
import { rangeFault, type FiguresSearch } from "./search";
import { bestPeriod, periodsOf, tableOf } from "./tables";

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

/** As many columns as stand beside a chart; more need the whole width. */
const narrow = 13;

function Figures({ release, search }: { release: Schemas["Release"]; search: FiguresSearch }) {
  const navigate = route.useNavigate();
  const set = (change: FiguresSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const by = search.by ?? "kind";
  const series = search.series ?? "reported";
  const offered = periodsOf(release, by, series).find((period) => period === search.period);
  const period = offered ?? bestPeriod(release, by, series);
  const table = tableOf(release, by, period, series);
  const { from, to } = search;
  const empty = table !== undefined && view(table, from, to).periods.length === 0;
  const fault = rangeFault(search, "year") ?? (empty ? { kind: "empty" } : null);
  const filters = figureFilters(release, { by, series, period }, table, fault === null ? search : {}, set);
  if (table === undefined) {
    return (
      <>
        <FilterBar filters={filters} />
        <EmptyState title={text.chart.none} />
      </>
    );
  }
  if (fault !== null) {
    return (
      <>
        <FilterBar filters={filters} />
        <RangeNote to={paths.figures()} search={search} fault={fault} unit="year" />
      </>
    );
  }
  const callOf = (shown: Schemas["Table"]) => () => releaseCall(release, shown, from, to);

  const bars = (dimension: "kind" | "system" | "severity" | "verification", open: boolean) => {
    const counted = tableOf(release, dimension, "year", series);
    return (
      counted !== undefined && (
        <div>
          <BarsChart
            table={counted}
            title={text.bars.title[dimension]}
            from={from}
            to={to}
            call={callOf(counted)}
            open={open}
          />
        </div>
      )
    );
  };
  const twin = (
    <div>
      <PeriodTable table={table} from={from} to={to} call={callOf(table)} />
    </div>
  );
  const regions = tableOf(release, "sea_region", "year", series);
  return (
    <>
      <FilterBar filters={filters} />
      <Definition table={table} />
      <div className="figure-grid line">
        <PeriodChart table={table} from={from} to={to} call={callOf(table)} />
        {bars(by === "system" ? "kind" : "system", false)}
      </div>
      {view(table, from, to).periods.length <= narrow ? (
        <div className="figure-grid line">
          {twin}
          {bars(by === "severity" ? "verification" : "severity", true)}
        </div>
      ) : (
        <div className="line">{twin}</div>
      )}
      {regions !== undefined && <Regions table={regions} from={from} to={to} call={callOf(regions)} />}
    </>
  );
}
