import type { Schemas } from "~/api/client";
import { view } from "~/lib/figures";
import { SumTable } from "~/ui/charts/sum-table";
import { words } from "~/words/words";
import { MapChart } from "./map-chart";
import { namedSums } from "./tables";

const text = words.figures;

/** The map of sea regions, and beside it the same numbers. */
export function Regions({
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
      <div>
        <MapChart
          table={table}
          figure={figure}
          title={text.map.title}
          subtitle={text.map.subtitle(range, table.n, table.as_of)}
          alt={text.map.alt}
          call={call}
        />
        <p className="small soft map-note">{text.map.elsewhere}</p>
      </div>
      <div className="map-twin">
        <SumTable
          name={text.map.title}
          dimension={text.tab.sea_region}
          unit={text.table.incidents}
          rows={namedSums("sea_region", figure)}
        />
      </div>
    </div>
  );
}
