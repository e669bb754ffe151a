import { expect, test } from "vitest";
import { findHints, isImoNumber, pieces } from "./hints";

const found = (text: string) => findHints(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

test("the check digit tells an IMO number from seven other digits", () => {
  expect(isImoNumber("9321483")).toBe(true);
  expect(isImoNumber("9321484")).toBe(false);
  expect(found("hull 9321483, order 9321484")).toEqual([["imo", "9321483"]]);
  expect(found("IMO no. 9321484")).toEqual([["imo", "IMO no. 9321484"]]);
});

test("numbers and names that lead to a ship", () => {
  expect(found("MMSI 244123456 and 636012345")).toEqual([
    ["mmsi", "MMSI 244123456"],
    ["mmsi", "636012345"],
  ]);
  expect(found("call sign PBXY, later 9HA2345 and V7XY2")).toEqual([
    ["call_sign", "call sign PBXY"],
    ["call_sign", "9HA2345"],
    ["call_sign", "V7XY2"],
  ]);
  expect(found("We are MV Northern Light of Bergen")).toEqual([["ship_name", "MV Northern Light"]]);
  expect(found("UNLOCODE NLRTM")).toEqual([["port_code", "UNLOCODE NLRTM"]]);
});

test("addresses of people", () => {
  expect(found("write to j.doe@line.example or +31 10 555 01 23 at 10.0.12.7")).toEqual([
    ["email", "j.doe@line.example"],
    ["phone", "+31 10 555 01 23"],
    ["address", "10.0.12.7"],
  ]);
});

test("dates, times, positions and distances", () => {
  expect(found("On 17 November 2026 at 14:32 UTC, again 2026-11-18 and 0430Z")).toEqual([
    ["date", "17 November 2026"],
    ["time", "14:32 UTC"],
    ["date", "2026-11-18"],
    ["time", "0430Z"],
  ]);
  expect(found("at 44°12.5'N 029°31.0'E")).toEqual([["position", "44°12.5'N 029°31.0'E"]]);
  expect(found("about 51.95, 4.12 then")).toEqual([["position", "51.95, 4.12"]]);
  expect(found("jumped 30 miles inland, 12 nm off Constanta")).toEqual([
    ["distance", "30 miles inland"],
    ["distance", "12 nm off Constanta"],
  ]);
});

test("plain words stay plain", () => {
  expect(
    found("Both GNSS receivers and the ECDIS jumped for 40 min; the NMEA2000 bus of 3 PCs too."),
  ).toEqual([]);
  expect(found("MAY be the VSAT link, CVE2024 or COM1")).toEqual([]);
});

test("the pieces put together are the text", () => {
  const text = "IMO 9321483 at 14:32";
  const cut = pieces(text, findHints(text));
  expect(cut.map((piece) => piece.text).join("")).toBe(text);
  expect(cut.map((piece) => piece.hint)).toEqual(["imo", null, "time"]);
});

test("a stranger's megabytes do not hold up the page", () => {
  const started = performance.now();
  for (const text of [
    "a".repeat(2e6),
    "1 ".repeat(1e6),
    "+1 ".repeat(1e6),
    "A1".repeat(1e6),
    "a@".repeat(1e6),
  ])
    findHints(text);
  expect(performance.now() - started).toBeLessThan(3_000);
});
