import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { lastWhole } from "~/lib/figures";
import { SumTable } from "~/ui/charts/sum-table";
import { words } from "~/words/words";
import { releaseCall } from "./calls";
import { MapChart } from "./map-chart";
import { namedSums, oneYear, tableOf } from "./tables";

const first = 5;

/** The front page's map: the last whole year by sea region; on a phone the first five as a table below. */
export function RegionMap({ release }: { release: Schemas["Release"] }) {
  const table = tableOf(release, "sea_region", "year", "reported");
  const year = table?.periods[lastWhole(table)]?.id;
  if (table === undefined || year === undefined) return null;
  const figure = oneYear(table, year);
  const text = words.front.map;
  const sums = namedSums("sea_region", figure);
  return (
    <div>
      <MapChart
        table={table}
        figure={figure}
        title={text.title}
        subtitle={text.subtitle(year, words.format.number(figure.total.value), table.as_of)}
        alt={text.alt}
        call={() => releaseCall(release, table, year, year)}
        tools={
          <Link
            className="btn plain"
            to={paths.figures()}
            search={{ by: "sea_region", period: "year", from: year, to: year }}
          >
            {text.table}
          </Link>
        }
      />
      <div className="phone-twin">
        <SumTable
          name={text.title}
          dimension={text.first(Math.min(first, sums.length), sums.length)}
          unit={text.unit}
          rows={sums.slice(0, first)}
        />
      </div>
    </div>
  );
}
