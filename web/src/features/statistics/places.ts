import type { Schemas } from "~/api/client";
import { label } from "~/words/words";
import type { FigureView } from "~/lib/figures";
import type { SeaPlace } from "~/ui/charts/sea-map";

interface Spot {
  longitude: number;
  latitude: number;
  side: SeaPlace["side"];
}

/** Where a region's circle stands on the map, and on which side its name fits. "Elsewhere" has no place. */
const spots = {
  north_sea: { longitude: 1, latitude: 57, side: "start" },
  baltic: { longitude: 22, latitude: 60, side: "end" },
  north_atlantic: { longitude: -35, latitude: 47, side: "start" },
  mediterranean: { longitude: 16, latitude: 36, side: "below" },
  black_sea: { longitude: 34, latitude: 44, side: "end" },
  persian_gulf: { longitude: 52, latitude: 27, side: "end" },
  gulf_of_aden: { longitude: 47, latitude: 12.5, side: "start" },
  west_africa: { longitude: 1, latitude: 0, side: "start" },
  indian_ocean: { longitude: 75, latitude: -12, side: "start" },
  malacca_and_singapore: { longitude: 101, latitude: 2, side: "end" },
  south_china_sea: { longitude: 114, latitude: 14, side: "end" },
  east_asia: { longitude: 126, latitude: 32, side: "end" },
  australia_pacific: { longitude: 162, latitude: -38, side: "start" },
  us_east_coast: { longitude: -69, latitude: 35.5, side: "end" },
  us_west_coast: { longitude: -124, latitude: 37, side: "start" },
  gulf_of_mexico_caribbean: { longitude: -88, latitude: 24, side: "start" },
  south_america_atlantic: { longitude: -38, latitude: -27, side: "end" },
  south_america_pacific: { longitude: -83, latitude: -22, side: "start" },
  southern_africa: { longitude: 30, latitude: -36, side: "end" },
  arctic: { longitude: 45, latitude: 72, side: "end" },
  other: null,
} satisfies Record<Schemas["SeaRegion"], Spot | null>;

export function seaPlaces(figure: FigureView): SeaPlace[] {
  const known: Record<string, Spot | null> = spots;
  return figure.rows.flatMap(({ word, total }) => {
    const spot = known[word];
    return spot === null || spot === undefined
      ? []
      : [{ ...spot, word, total, label: label("SeaRegion", word) }];
  });
}
