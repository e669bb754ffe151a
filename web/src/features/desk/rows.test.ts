import { expect, test } from "vitest";
import type { DeskNote } from "~/lib/sealed/desk-note";
import type { Envelope } from "./port";
import { arrivals, belongs, compare, rank, rowsOf, type NamedReport } from "./rows";

const note: DeskNote = {
  v: 1,
  title: "t",
  severity: "minor",
  verification: "anonymous_unverified",
  tlp: "amber",
  stage: "opened",
  log: [],
  text: "",
};

function envelope(id: string, change: Partial<Envelope> = {}): Envelope {
  return {
    id,
    epoch: "2026-11",
    bucket: 4096,
    state: "opened",
    help: false,
    revision: 1,
    waiting_messages: 0,
    etag: "1",
    ...change,
  };
}

function named(reference: string, change: Partial<NamedReport>): NamedReport {
  return {
    id: reference,
    reference,
    revision: 1,
    status: "in_triage",
    track: "named",
    series: "reported",
    demo: true,
    recorded_month: "2026-11",
    title: "t",
    summary: "s",
    occurred_on: "2026-11-01",
    occurred_precision: "day",
    kind: "other",
    security_incident: "suspected",
    cause: "unknown",
    victim_type: "vessel",
    severity: "low",
    systems: [],
    verification: "identified",
    tlp: "amber",
    ...change,
  };
}

const notes: Record<string, DeskNote> = {
  written: note,
  worse: { ...note, severity: "critical" },
  odd: { ...note, severity: "dreadful" },
  called: note,
};

const rows = rowsOf(
  [
    envelope("odd"),
    envelope("worse"),
    envelope("written", { waiting_messages: 1 }),
    envelope("unopened", { state: "received" }),
    envelope("called", { help: true }),
    envelope("over", { help: true, state: "closed" }),
  ],
  [named("INC-AAAAAA", { status: "submitted", severity: "major" }), named("INC-BBBBBB", {})],
  ({ id }) => notes[id] ?? null,
);
const ids = rows.map((row) => row.id);

test("help first, then what nobody has opened, then new messages, then the worst", () => {
  expect(ids).toEqual(["called", "unopened", "INC-AAAAAA", "written", "over", "worse", "INC-BBBBBB", "odd"]);
});

test("each part of the queue holds its own", () => {
  const of = (tab: Parameters<typeof belongs>[1]) =>
    rows.filter((row) => belongs(row, tab)).map((row) => row.id);
  expect(of("named")).toEqual(["INC-AAAAAA", "INC-BBBBBB"]);
  expect(of("help")).toEqual(["called"]);
  expect(of("sealed")).toHaveLength(6);
  expect(of("all")).toHaveLength(8);
});

test("the order is the same however the rows came", () => {
  expect(
    rows
      .toReversed()
      .sort((left, right) => compare(left, right))
      .map((row) => row.id),
  ).toEqual(ids);
});

test("what has just come in stands below a call for help, also while something is open", () => {
  const open = (id: string) => {
    const row = rows.find((candidate) => candidate.id === id);
    return row === undefined ? null : { id, rank: rank(row) };
  };
  const after = rowsOf(
    [envelope("a new one", { state: "received" }), envelope("unopened"), envelope("called", { help: true })],
    [],
    ({ id }) => (id === "called" ? note : null),
  );
  const order = (held: ReturnType<typeof open>) =>
    after.toSorted((left, right) => compare(left, right, held)).map((row) => row.id);
  expect(order(null)).toEqual(["called", "a new one", "unopened"]);
  expect(order(open("unopened")), "it was just opened, and keeps its place").toEqual([
    "called",
    "a new one",
    "unopened",
  ]);
  expect(order(open("worse"))).toEqual(order(null));
});

test("only what was not there before has arrived", () => {
  expect(arrivals(null, ["a"])).toEqual([]);
  expect(arrivals(["a"], ["a", "b"])).toEqual(["b"]);
});
