import { useMemo } from "react";
import { geoGraticule, geoNaturalEarth1, geoPath, type GeoProjection } from "d3-geo";
import type { Sum } from "~/lib/figures";
import { Neatline } from "~/ui/neatline";
import { useUiWords } from "~/ui/ui-words";
import { useWidth } from "~/ui/use-width";
import { useLand } from "./land";

export interface SeaPlace {
  word: string;
  label: string;
  longitude: number;
  latitude: number;
  side: "start" | "end" | "below";
  total: Sum;
}

const ratio = 0.46;
const labelsFrom = 620;
const smallest = 9;
const largest = 21;
/** Circles without a number inside may be small; on a phone they would cover each other. */
const bare = 0.4;

function project(width: number, height: number): GeoProjection {
  return geoNaturalEarth1()
    .rotate([-10, 0])
    .scale(width / 5.2)
    .translate([width / 2, height * 0.562]);
}

function radius(value: number, max: number, scale: number): number {
  return (smallest + (largest - smallest) * Math.sqrt(value / Math.max(max, 1))) * scale;
}

function Place({
  place,
  at,
  max,
  labelled,
}: {
  place: SeaPlace;
  at: [number, number];
  max: number;
  labelled: boolean;
}) {
  const words = useUiWords();
  const { value, atLeast } = place.total;
  const hidden = atLeast && value === 0;
  const [x, y] = at;
  const r = hidden ? smallest * (labelled ? 1 : bare) : radius(value, max, labelled ? 1 : bare);
  const count = words.figures.number(value);
  const number = hidden ? words.figures.hiddenMark : atLeast ? words.figures.atLeast(count) : count;
  const below = place.side === "below";
  const labelX = below ? x : place.side === "end" ? x + r + 4 : x - r - 4;
  return (
    <g>
      <circle cx={x} cy={y} r={r} className={hidden ? "bin sup" : "bin"} />
      {labelled && (
        <>
          <text x={x} y={y + 4} textAnchor="middle" className="mx">
            {number}
          </text>
          <text
            x={labelX}
            y={below ? y + r + 13 : y + 4}
            textAnchor={below ? "middle" : place.side === "end" ? "start" : "end"}
          >
            {place.label}
          </text>
        </>
      )}
    </g>
  );
}

/** The world's coasts and one circle per sea region. No tiles, no request to anyone else. */
export function SeaMap({ name, places }: { name: string; places: readonly SeaPlace[] }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const land = useLand("coarse");
  const height = Math.round(width * ratio);
  const labelled = width >= labelsFrom;
  const projection = useMemo(() => project(width, height), [width, height]);
  const path = useMemo(() => geoPath(projection), [projection]);
  const coast = useMemo(() => (land === null ? null : path(land)), [path, land]);
  const net = useMemo(() => path(geoGraticule().step([30, 30])()), [path]);
  const drawn = places.filter((place) => place.total.value > 0 || place.total.atLeast);
  const max = Math.max(1, ...places.map((place) => place.total.value));
  return (
    <Neatline className="map">
      <div ref={box} className="map-sheet">
        {width > 0 && (
          <svg data-plot="framed" width={width} height={height} role="img" aria-label={name}>
            <path d={net ?? ""} className="grat" />
            <path d={coast ?? ""} className="land" />
            {drawn.map((place) => {
              const at = projection([place.longitude, place.latitude]);
              return at === null ? null : (
                <Place key={place.word} place={place} at={at} max={max} labelled={labelled} />
              );
            })}
          </svg>
        )}
      </div>
    </Neatline>
  );
}
