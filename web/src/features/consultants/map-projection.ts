import {
  geoAzimuthalEquidistant,
  geoBounds,
  geoMercator,
  geoNaturalEarth1,
  type GeoProjection,
} from "d3-geo";
import type { Schemas } from "~/api/client";
import type { Detail } from "~/ui/charts/land";
import { azimuthalScale } from "./map-fit";

type Place = Pick<Schemas["Base"], "longitude" | "latitude">;

export interface Drawn {
  projection: GeoProjection;
  detail: Detail;
}

const margin = 22;
/** Beyond so many nautical miles the coarse coast is fine enough. */
const fineTo = 1_500;
/** A part of the world no wider than this is drawn by itself, degrees. */
const regional = 100;
/** The least height and width of a part, degrees. */
const least = 6;

/** Distances from the middle are true, so that rings are circles. */
export function aroundPort(centre: Place, reach: number, width: number, height: number): Drawn {
  const projection = geoAzimuthalEquidistant()
    .rotate([-centre.longitude, -centre.latitude])
    .scale(azimuthalScale(Math.min(width, height) / 2 - margin, reach))
    .translate([width / 2, height / 2])
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  return { projection, detail: reach <= fineTo ? "fine" : "coarse" };
}

function corners([[west, south], [east, north]]: [[number, number], [number, number]]) {
  const wide = east < west ? east + 360 : east;
  const lackX = Math.max(0, least - (wide - west)) / 2;
  const lackY = Math.max(0, least - (north - south)) / 2;
  return {
    west: west - lackX,
    east: wide + lackX,
    south: Math.max(south - lackY, -80),
    north: Math.min(north + lackY, 80),
  };
}

/** The part of the world that holds all places, or the world. */
export function aroundAll(places: readonly Place[], width: number, height: number): Drawn {
  const points = places.map(({ longitude, latitude }): [number, number] => [longitude, latitude]);
  const box = points.length === 0 ? null : corners(geoBounds({ type: "MultiPoint", coordinates: points }));
  if (box === null || box.east - box.west > regional) {
    const projection = geoNaturalEarth1()
      .rotate([-10, 0])
      .fitExtent(
        [
          [4, 4],
          [width - 4, height - 4],
        ],
        { type: "Sphere" },
      );
    return { projection, detail: "coarse" };
  }
  const middle = (box.west + box.east) / 2;
  const projection = geoMercator()
    .rotate([-middle, 0])
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      {
        type: "MultiPoint",
        coordinates: [
          [box.west, box.south],
          [box.east, box.north],
          [middle, box.north],
        ],
      },
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  return { projection, detail: box.east - box.west <= regional / 2 ? "fine" : "coarse" };
}
