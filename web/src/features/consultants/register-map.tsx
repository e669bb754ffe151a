import { geoGraticule, geoPath } from "d3-geo";
import { useMemo } from "react";
import type { Schemas } from "~/api/client";
import { useLand } from "~/ui/charts/land";
import { classNames } from "~/ui/class-names";
import { Neatline } from "~/ui/neatline";
import { useWidth } from "~/ui/use-width";
import { words } from "~/words/words";
import {
  beside,
  crowded,
  mergeMarkers,
  numbersText,
  reachOf,
  ringRadius,
  ringsFor,
  type Marker,
  type Spot,
} from "./map-fit";
import { aroundAll, aroundPort } from "./map-projection";

type Entry = Schemas["ConsultantEntry"];

const text = words.consultants.map;
const ratio = { near: 0.745, world: 0.52 };
/** Whoever works nearer than this to the port would hide it, pixels. */
const clear = 12;

export interface Centre {
  port: Schemas["Port"];
  /** Nautical miles. */
  within: number;
}

function Rings({ at, scale, reach }: { at: Spot; scale: number; reach: number }) {
  return ringsFor(reach).map((distance, place) => {
    const r = ringRadius(scale, distance);
    return (
      <g key={distance}>
        <circle className="ring" cx={at.x} cy={at.y} r={r} />
        <text className="ring-text" x={at.x} y={at.y - r - 4} textAnchor="middle">
          {text.ring(distance, place === 0)}
        </text>
      </g>
    );
  });
}

function Pin({ marker, on, onChoose }: { marker: Marker; on: boolean; onChoose: () => void }) {
  const { x, y, width, numbers } = marker;
  return (
    <g className={classNames("pin", on && "on")} onClick={onChoose}>
      <rect x={x - width / 2} y={y - 10} width={width} height={20} rx={10} />
      <text x={x} y={y + 4} textAnchor="middle">
        {numbersText(numbers)}
      </text>
    </g>
  );
}

/** Where too many work for their numbers: a dot for each, and the number of the one that is looked at. */
function Crowd({
  marker,
  spots,
  selected,
  onSelect,
}: {
  marker: Marker;
  spots: readonly (Spot | null)[];
  selected: number;
  onSelect: (at: number) => void;
}) {
  return marker.numbers.map((number) => {
    const spot = spots[number - 1] ?? null;
    if (spot === null || number === selected + 1) return null;
    return (
      <circle
        key={number}
        className="pin dot"
        cx={spot.x}
        cy={spot.y}
        r={3.5}
        onClick={() => onSelect(number - 1)}
      />
    );
  });
}

/** Where those of the list work: rings around a port if one is given, else as much of the world as they need. */
export function RegisterMap({
  entries,
  centre,
  selected,
  onSelect,
}: {
  entries: readonly Entry[];
  centre: Centre | undefined;
  selected: number;
  onSelect: (at: number) => void;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const height = Math.round(width * (centre === undefined ? ratio.world : ratio.near));
  const reach =
    centre === undefined
      ? 0
      : reachOf(
          centre.within,
          entries.map(({ distance }) => distance ?? 0),
        );
  const { projection, detail } = useMemo(
    () =>
      centre === undefined
        ? aroundAll(
            entries.map(({ base }) => base),
            width,
            height,
          )
        : aroundPort(centre.port, reach, width, height),
    [centre, entries, reach, width, height],
  );
  const land = useLand(detail);
  const path = useMemo(() => geoPath(projection), [projection]);
  const coast = useMemo(() => (land === null ? null : path(land)), [path, land]);
  const net = useMemo(
    () => (centre === undefined ? path(geoGraticule().step([30, 30])()) : null),
    [path, centre],
  );
  const middle: Spot = { x: width / 2, y: height / 2 };
  const spots = entries.map(({ base }): Spot | null => {
    const at = projection([base.longitude, base.latitude]);
    return at === null ? null : { x: at[0], y: at[1] };
  });
  const atPort = (spot: Spot | null) =>
    centre !== undefined && spot !== null && Math.hypot(spot.x - middle.x, spot.y - middle.y) < clear;
  const markers = mergeMarkers(spots.map((spot) => (atPort(spot) ? null : spot)));
  const there = spots.flatMap((spot, at) => (atPort(spot) ? [at + 1] : []));
  const led = there.length === 0 ? null : beside(middle, there, markers);
  const chosen = spots[selected] ?? null;
  const name =
    centre === undefined ? text.world(entries.length) : text.near(centre.port.name, entries.length);
  return (
    <Neatline className="map">
      <div ref={box} className="map-sheet">
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={name}>
            {net !== null && <path d={net} className="grat" />}
            <path d={coast ?? ""} className="land coast" />
            {centre !== undefined && <Rings at={middle} scale={projection.scale()} reach={reach} />}
            {led !== null && <line className="led" x1={middle.x} y1={middle.y} x2={led.x} y2={led.y} />}
            {[...markers, ...(led === null ? [] : [led])].map((marker) =>
              crowded(marker) && marker !== led ? (
                <Crowd
                  key={marker.numbers.join()}
                  marker={marker}
                  spots={spots}
                  selected={selected}
                  onSelect={onSelect}
                />
              ) : (
                <Pin
                  key={marker.numbers.join()}
                  marker={marker}
                  on={marker.numbers.includes(selected + 1)}
                  onChoose={() => onSelect((marker.numbers[0] ?? 1) - 1)}
                />
              ),
            )}
            {chosen !== null && markers.some((one) => crowded(one) && one.numbers.includes(selected + 1)) && (
              <Pin
                marker={{ ...chosen, numbers: [selected + 1], width: 20 }}
                on
                onChoose={() => onSelect(selected)}
              />
            )}
            {centre !== undefined && <circle className="port" cx={middle.x} cy={middle.y} r={4} />}
          </svg>
        )}
      </div>
    </Neatline>
  );
}
