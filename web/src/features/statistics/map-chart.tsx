import { lazy, Suspense, type ReactNode } from "react";
import type { Schemas } from "~/api/client";
import type { FigureView } from "~/lib/figures";
import { Chart } from "~/ui/charts/chart";
import { words } from "~/words/words";
import { fileName } from "./files";
import { tableExports } from "./period-chart";
import { seaPlaces } from "./places";

const SeaMap = lazy(() => import("~/ui/charts/sea-map").then((module) => ({ default: module.SeaMap })));

/** The same numbers as the table by sea region, on a map without tiles. */
export function MapChart({
  table,
  figure,
  title,
  subtitle,
  alt,
  tools,
  call,
}: {
  table: Schemas["Table"];
  figure: FigureView;
  title: string;
  subtitle: string;
  alt: string;
  tools?: ReactNode;
  call: () => string;
}) {
  return (
    <Chart
      title={title}
      subtitle={subtitle}
      credit={words.figures.credit(table.definition, table.as_of)}
      fileName={fileName(table)}
      exports={tableExports(table, figure, call)}
      tools={tools}
    >
      <Suspense fallback={<div className="map-room" />}>
        <SeaMap name={alt} places={seaPlaces(figure)} />
      </Suspense>
    </Chart>
  );
}
