import { describe, expect, it } from "vitest";
import { answersOf, emptyDraft, faultsOf, isEmpty, reportLength, shown, sizeOf, type Draft } from "./draft";

const today = new Date("2026-11-21T23:30:00Z");

function answered(more: Partial<Draft> = {}): Draft {
  return { ...emptyDraft(), what: "position_wrong", when: "last_week", where: "at_sea", ...more };
}

describe("what could be lost", () => {
  it("is any answer or word, and nothing at first", () => {
    expect(isEmpty(emptyDraft())).toBe(true);
    const services: Draft["services"] = new Map([["navigation", { state: "down", since: "", restored: "" }]]);
    for (const some of [
      { words: "a" },
      { what: "other" },
      { help: true },
      { systems: ["ais"] },
      { services },
    ] satisfies Partial<Draft>[])
      expect(isEmpty({ ...emptyDraft(), ...some })).toBe(false);
  });
});

describe("what a report needs", () => {
  it("is three answers, named in the order of the page", () => {
    expect(faultsOf(emptyDraft(), today)).toEqual(["what", "when", "where"]);
    expect(faultsOf(answered(), today)).toEqual([]);
    expect(answersOf(emptyDraft())).toBeNull();
    expect(answersOf(answered())).toEqual({
      what: "position_wrong",
      when: { choice: "last_week" },
      where: "at_sea",
    });
  });

  it("wants a date and its clock only from whoever gives a date", () => {
    expect(faultsOf(answered({ when: "date" }), today)).toEqual(["date", "clock"]);
    const given = answered({ when: "date", date: "2026-11-20", clock: "ship" });
    expect(faultsOf(given, today)).toEqual([]);
    expect(answersOf(given)?.when).toEqual({ choice: "date", date: "2026-11-20", clock: "ship" });
    expect(answersOf({ ...given, when: "today" })?.when).toEqual({ choice: "today" });
  });

  it("takes tomorrow for a ship east of us, and no later day", () => {
    const on = (date: string) => faultsOf(answered({ when: "date", date, clock: "ship" }), today);
    expect(on("2026-11-22")).toEqual([]);
    expect(on("2026-11-23")).toEqual(["future"]);
  });

  it("takes a port code with a space and in small letters, or none", () => {
    const inPort = (unlocode: string) => answered({ where: "in_port", unlocode });
    expect(faultsOf(inPort(""), today)).toEqual([]);
    expect(faultsOf(inPort("nl rtm"), today)).toEqual([]);
    expect(answersOf(inPort("nl rtm"))?.unlocode).toBe("NLRTM");
    expect(faultsOf(inPort("Rotterdam"), today)).toEqual(["unlocode"]);
    expect(faultsOf({ ...inPort("Rotterdam"), where: "at_sea" }, today)).toEqual([]);
  });

  it("refuses what fits in no bucket", () => {
    expect(faultsOf(answered({ words: "a".repeat(16_777_216) }), today)).toEqual(["tooLong"]);
  });
});

describe("conditional questions", () => {
  it("ask for the sea at sea and for the port in port and ashore", () => {
    expect(shown(answered())).toMatchObject({ seaRegion: true, port: false, ship: true });
    expect(shown(answered({ where: "in_port" }))).toMatchObject({ seaRegion: false, port: true, ship: true });
    expect(shown(answered({ where: "ashore" }))).toMatchObject({ port: true, ship: false });
    expect(shown(answered({ where: "ashore", victim: "vessel" })).ship).toBe(true);
  });

  it("leave out what was answered before the question went away", () => {
    const draft = answered({ seaRegion: "black_sea", vesselType: "lng_carrier", country: "NL" });
    expect(answersOf(draft)).toMatchObject({ sea_region: "black_sea", vessel_type: "lng_carrier" });
    expect(answersOf({ ...draft, where: "ashore" })).not.toHaveProperty("vessel_type");
    expect(answersOf({ ...draft, where: "ashore" })).toMatchObject({ country: "NL" });
    expect(answersOf(draft)).not.toHaveProperty("country");
  });

  it("know that what nearly happened is a near miss without effects", () => {
    const draft = answered({
      what: "nearly",
      certainty: "confirmed",
      impact: ["integrity"],
      backups: "tested",
    });
    draft.services.set("navigation", { state: "down", since: "", restored: "" });
    expect(answersOf(draft)).toEqual({
      what: "nearly",
      when: { choice: "last_week" },
      where: "at_sea",
      certainty: "near_miss",
    });
  });

  it("warn when type, size and place together could name one ship", () => {
    const draft = answered({ vesselType: "lng_carrier", sizeBand: "gt_100000_up" });
    expect(shown(draft).guard).toBe(false);
    expect(shown({ ...draft, seaRegion: "black_sea" }).guard).toBe(true);
    expect(shown({ ...draft, seaRegion: "black_sea", sizeBand: null }).guard).toBe(false);
  });
});

describe("services", () => {
  it("say when they came back only if they did", () => {
    const draft = answered();
    draft.services.set("email", { state: "down", since: "2026-11-20", restored: "2026-11-21" });
    draft.services.set("navigation", { state: "restored", since: "", restored: "2026-11-21" });
    expect(answersOf(draft)?.services).toEqual([
      { service: "email", state: "down", since: "2026-11-20" },
      { service: "navigation", state: "restored", restored: "2026-11-21" },
    ]);
  });
});

describe("the meter", () => {
  it("counts bytes, not letters", () => {
    const plain = reportLength(answered({ words: "aa" }));
    expect(reportLength(answered({ words: "é" }))).toBe(plain);
  });

  it("keeps a capsule of 1,500 letters in the smallest size", () => {
    expect(sizeOf(answered({ words: "a".repeat(1500) }))).toMatchObject({ bucket: 4096 });
    expect(sizeOf(answered({ words: "a".repeat(5000) }))).toMatchObject({ bucket: 16_384 });
  });
});
