import { expect, test } from "vitest";
import {
  azimuthalScale,
  beside,
  crowded,
  mergeMarkers,
  numbersText,
  reachOf,
  ringRadius,
  ringsFor,
} from "./map-fit";

test("rings are round and few", () => {
  expect(ringsFor(350)).toEqual([100, 200, 300]);
  expect(ringsFor(50)).toEqual([20, 40]);
  expect(ringsFor(25)).toEqual([10, 20]);
  expect(ringsFor(200)).toEqual([50, 100, 150, 200]);
  for (const radius of [5, 12, 33, 80, 170, 420, 999, 2_500, 10_000]) {
    const rings = ringsFor(radius);
    expect(rings.length, `${radius}`).toBeGreaterThanOrEqual(1);
    expect(rings.length, `${radius}`).toBeLessThanOrEqual(5);
    expect(Math.max(...rings), `${radius}`).toBeLessThanOrEqual(radius);
  }
});

test("the map reaches to whom was found, not beyond the search", () => {
  expect(reachOf(500, [3, 160])).toBe(200);
  expect(reachOf(200, [190])).toBe(200);
  expect(reachOf(200, [])).toBe(100);
  expect(reachOf(10, [0])).toBe(10);
});

test("a ring has the radius of its distance", () => {
  expect(ringRadius(azimuthalScale(150, 50), 25)).toBeCloseTo(75);
});

test("numbers read as a list", () => {
  expect(numbersText([2, 1])).toBe("1, 2");
  expect(numbersText([3, 4, 5, 9])).toBe("3–5, 9");
  expect(crowded({ numbers: [1, 3] })).toBe(false);
  expect(crowded({ numbers: [1, 3, 5, 7, 9] })).toBe(true);
});

test("markers that would cover each other become one, and none is lost", () => {
  const merged = mergeMarkers([
    { x: 10, y: 10 },
    { x: 12, y: 11 },
    { x: 200, y: 90 },
    null,
    { x: 32, y: 10 },
  ]);
  expect(merged.map(({ numbers }) => numbers)).toEqual([[1, 2, 5], [3]]);
});

test("a marker beside a point keeps clear of the others", () => {
  const point = { x: 100, y: 100 };
  const [first] = mergeMarkers([{ x: 130, y: 78 }]);
  const free = beside(point, [1, 2], []);
  expect(free.x).toBeGreaterThan(100);
  expect(free.y).toBeLessThan(100);
  expect(beside(point, [1, 2], first === undefined ? [] : [first]).x).toBeLessThan(100);
});
