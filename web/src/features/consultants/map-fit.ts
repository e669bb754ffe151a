/** Where things stand on the register's map: pure, so that it can be tested without a drawing. */

/** Mean radius of the Earth, nautical miles. */
const earth = 3_440.065;

const steps = [5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000];
const mostRings = 4;

/** Round distances, two to four of them, up to a radius: 100, 200 and 300 for 350. */
export function ringsFor(radius: number): number[] {
  const step = steps.find((candidate) => radius / candidate < mostRings + 1) ?? 5_000;
  return Array.from({ length: Math.floor(radius / step) }, (_, at) => step * (at + 1));
}

/** Nearer by, the coast would be coarser than the map. */
const least = 100;

/** How far the map reaches: to whom was found, and not beyond what was asked for. */
export function reachOf(within: number, found: readonly number[]): number {
  const farthest = Math.max(0, ...found);
  return Math.min(within, Math.max(farthest * 1.25, Math.min(least, within)));
}

/** The scale of an azimuthal projection that puts so many nautical miles on so many pixels. */
export function azimuthalScale(pixels: number, nautical: number): number {
  return pixels / (nautical / earth);
}

export function ringRadius(scale: number, nautical: number): number {
  return scale * (nautical / earth);
}

export interface Spot {
  x: number;
  y: number;
}

export interface Marker extends Spot {
  /** Places in the list, from 1. */
  numbers: number[];
  width: number;
}

const height = 20;
const digit = 7;

/** Numbers as a list reads: 1, 2 or 3–6. */
export function numbersText(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const parts = runs.map(([a, b]) => (a === b ? `${a}` : b === a + 1 ? `${a}, ${b}` : `${a}–${b}`));
  return parts.join(", ");
}

/** A marker for more than this would be a list on the map. */
const readable = 8;

/** Too many in one place for their numbers: they are dots. */
export function crowded({ numbers }: Pick<Marker, "numbers">): boolean {
  return numbersText(numbers).length > readable;
}

function widthOf(numbers: readonly number[]): number {
  const text = numbersText(numbers);
  return text.length <= 2 ? height : text.length * digit + 10;
}

function overlap(a: Marker, b: Marker): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 1 && Math.abs(a.y - b.y) < height + 1;
}

function joined(a: Marker, b: Marker): Marker {
  const share = b.numbers.length / (a.numbers.length + b.numbers.length);
  const numbers = [...a.numbers, ...b.numbers].sort((m, n) => m - n);
  return {
    x: a.x + (b.x - a.x) * share,
    y: a.y + (b.y - a.y) * share,
    numbers,
    width: widthOf(numbers),
  };
}

/** One marker for each spot; those that would cover each other become one. */
export function mergeMarkers(spots: readonly (Spot | null)[]): Marker[] {
  const markers: Marker[] = spots.flatMap((spot, at) =>
    spot === null ? [] : [{ ...spot, numbers: [at + 1], width: height }],
  );
  for (let at = 0; at < markers.length; at += 1) {
    const one = markers[at];
    const other = markers.findIndex(
      (candidate, place) => place > at && one !== undefined && overlap(one, candidate),
    );
    const [taken] = other < 0 ? [] : markers.splice(other, 1);
    if (one === undefined || taken === undefined) continue;
    markers[at] = joined(one, taken);
    // A wider marker may cover one that it did not before.
    at = -1;
  }
  return markers;
}

/** A marker for those who stand at a point itself, beside it where it covers the fewest of the others. */
export function beside(point: Spot, numbers: readonly number[], others: readonly Marker[]): Marker {
  const width = widthOf(numbers);
  const out = width / 2 + 18;
  const sides = [
    { x: point.x + out, y: point.y - 24 },
    { x: point.x - out, y: point.y - 24 },
    { x: point.x + out, y: point.y + 24 },
    { x: point.x - out, y: point.y + 24 },
  ].map((side): Marker => ({ ...side, numbers: [...numbers], width }));
  const covered = (side: Marker) => others.filter((other) => overlap(side, other)).length;
  return sides.reduce((best, side) => (covered(side) < covered(best) ? side : best));
}
