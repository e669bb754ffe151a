import { expect, test } from "vitest";
import type { Answers } from "~/lib/sealed/answers";
import { ageBand, snapped, suggestedSeverity, suggestedTime, suggestedVictim } from "./suggest";

// A Saturday.
const sealed = "2026-11-21T22:38:00Z";
const answers: Answers = { what: "other", when: { choice: "today" }, where: "at_sea" };

test("a day becomes the first day of its period, so that nothing finer stands behind it", () => {
  const day = "2026-11-21";
  expect(snapped(day, "day")).toBe(day);
  expect(snapped(day, "week")).toBe("2026-11-16");
  expect(snapped("2026-11-16", "week")).toBe("2026-11-16");
  expect(snapped("2026-11-22", "week")).toBe("2026-11-16");
  expect(snapped(day, "month")).toBe("2026-11-01");
  expect(snapped(day, "quarter")).toBe("2026-10-01");
  expect(snapped(day, "year")).toBe("2026-01-01");
  expect(snapped("", "month")).toBe("");
});

test("every choice of time becomes a week or more", () => {
  const at = (choice: Answers["when"]["choice"], date?: string) =>
    suggestedTime({ choice, ...(date === undefined ? {} : { date }) }, sealed);
  expect(at("now")).toEqual({ on: "2026-11-16", precision: "week" });
  expect(at("today")).toEqual({ on: "2026-11-16", precision: "week" });
  expect(at("last_week")).toEqual({ on: "2026-11-09", precision: "week" });
  expect(at("date", "2026-10-31")).toEqual({ on: "2026-10-26", precision: "week" });
  expect(at("this_month")).toEqual({ on: "2026-11-01", precision: "month" });
  expect(at("earlier")).toEqual({ on: "2026-01-01", precision: "year" });
  expect(suggestedTime({ choice: "earlier" }, "2027-01-03T00:00:00Z").on).toBe("2026-01-01");
});

test("the order of the queue begins with calls for help and what moves the ship", () => {
  const down = { service: "propulsion", state: "down" } as const;
  expect(suggestedSeverity({ ...answers, help: true })).toBe("major");
  expect(suggestedSeverity({ ...answers, services: [down] })).toBe("major");
  expect(suggestedSeverity({ ...answers, services: [{ ...down, state: "restored" }] })).toBe("unknown");
  expect(suggestedSeverity({ ...answers, what: "screen_locked" })).toBe("moderate");
  expect(suggestedSeverity({ ...answers, what: "false_message" })).toBe("minor");
  expect(suggestedSeverity({ ...answers, what: "nearly" })).toBe("low");
});

test("who was hit is taken from the answers, guessed from the place, or left open", () => {
  expect(suggestedVictim({ ...answers, victim_type: "port" })).toBe("port");
  expect(suggestedVictim(answers)).toBe("vessel");
  expect(suggestedVictim({ ...answers, where: "ashore" })).toBe("shore_office");
  expect(suggestedVictim({ ...answers, where: "in_port" })).toBe("");
});

test("the server learns no more of the waiting than a band", () => {
  const after = (hours: number) => ageBand(sealed, new Date(Date.parse(sealed) + hours * 3_600_000));
  expect([-5, 0, 24, 25, 72, 73, 168, 169].map(after)).toEqual([
    "1d",
    "1d",
    "1d",
    "3d",
    "3d",
    "7d",
    "7d",
    "later",
  ]);
});
