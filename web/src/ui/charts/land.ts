/** The world's coasts, for maps without tiles: coarse for the whole of it, fine for a part. */
import type { GeoPermissibleObjects } from "d3-geo";
import { useEffect, useState } from "react";
import { feature } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";
import coarse from "world-atlas/land-110m.json?url";
import fine from "world-atlas/land-50m.json?url";

type Land = Topology<{ land: GeometryObject }>;
export type Detail = "coarse" | "fine";

const addresses = { coarse, fine } satisfies Record<Detail, string>;
const loading = new Map<Detail, Promise<GeoPermissibleObjects>>();

function isLand(value: unknown): value is Land {
  return typeof value === "object" && value !== null && "type" in value && value.type === "Topology";
}

function loadLand(detail: Detail): Promise<GeoPermissibleObjects> {
  const known = loading.get(detail);
  if (known !== undefined) return known;
  const asked = fetch(addresses[detail]).then(async (response) => {
    const topology: unknown = await response.json();
    if (!isLand(topology)) throw new Error("the coast line could not be read");
    return feature(topology, topology.objects.land);
  });
  loading.set(detail, asked);
  return asked;
}

/** The coasts once they are there; a map without them still shows its places. */
export function useLand(detail: Detail): GeoPermissibleObjects | null {
  const [land, setLand] = useState<{ detail: Detail; shape: GeoPermissibleObjects } | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadLand(detail).then(
      (shape) => {
        if (wanted) setLand({ detail, shape });
      },
      () => {
        loading.delete(detail);
      },
    );
    return () => {
      wanted = false;
    };
  }, [detail]);
  return land?.detail === detail ? land.shape : null;
}
