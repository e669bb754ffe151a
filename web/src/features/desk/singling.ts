/** Whether facts together could point to one ship. Without a fleet to count in, by how specific each of them is. */
import type { Answers } from "~/lib/sealed/answers";
import { hitsShip, type Coding } from "./coding";

export type Facet = "type" | "rare_type" | "size" | "area" | "port" | "country" | "week" | "day";

const weights = {
  type: 1,
  rare_type: 2,
  size: 1,
  area: 1,
  port: 2,
  country: 1,
  week: 1,
  day: 2,
} satisfies Record<Facet, number>;

const enough = 4;

/** Kinds of ship of which a sea holds few. */
const rare: ReadonlySet<string> = new Set([
  "lng_carrier",
  "livestock",
  "heavy_lift",
  "offshore_unit",
  "drilling_unit",
  "dredger",
  "research",
  "high_speed_craft",
  "icebreaker",
  "naval_government",
  "mass_uncrewed",
]);

interface Traits {
  readonly vessel?: string | undefined;
  readonly size?: string | undefined;
  readonly area?: string | undefined;
  readonly port?: string | undefined;
  readonly country?: string | undefined;
  readonly time: "day" | "week" | null;
}

function given(value: string | undefined): value is string {
  return value !== undefined && value !== "" && value !== "other";
}

function facets(traits: Traits): Facet[] {
  const found: Facet[] = [];
  if (given(traits.vessel)) found.push(rare.has(traits.vessel) ? "rare_type" : "type");
  if (given(traits.size)) found.push("size");
  if (given(traits.area)) found.push("area");
  if (given(traits.port)) found.push("port");
  if (given(traits.country) && !given(traits.port)) found.push("country");
  if (traits.time !== null) found.push(traits.time);
  return found;
}

/** The facts that single out a ship together; none while they stay too coarse for that. */
export function singling(traits: Traits): Facet[] {
  const found = facets(traits);
  return found.reduce((sum, facet) => sum + weights[facet], 0) >= enough ? found : [];
}

export function singlingOfAnswers(answers: Answers): Facet[] {
  const { choice } = answers.when;
  return singling({
    vessel: answers.vessel_type,
    size: answers.size_band,
    area: answers.sea_region,
    port: answers.unlocode,
    country: answers.country,
    time: ["now", "today", "date"].includes(choice) ? "day" : choice.endsWith("_week") ? "week" : null,
  });
}

export function singlingOfCoding(
  form: Pick<Coding, "victim_type" | "vessel_type" | "size_band" | "sea_region" | "occurred_precision">,
): Facet[] {
  const { occurred_precision: precision } = form;
  const ship = hitsShip(form.victim_type);
  return singling({
    vessel: ship ? form.vessel_type : undefined,
    size: ship ? form.size_band : undefined,
    area: form.sea_region,
    time: precision === "day" || precision === "week" ? precision : null,
  });
}
