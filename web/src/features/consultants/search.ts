import type { Schemas } from "~/api/client";
import { languageCodes } from "~/lib/languages";
import { manyOf, matching, oneOf, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

/** Nautical miles that a search around a port offers. */
export const distances = ["25", "50", "100", "200", "500", "1000"] as const;

/** What the API takes when a port is given and no distance. */
export const usualDistance = "200";

export interface ConsultantsSearch {
  domain?: Schemas["WorkDomain"][] | undefined;
  /** UN/LOCODE. */
  near?: string | undefined;
  within?: string | undefined;
  discipline?: string[] | undefined;
  level?: string | undefined;
  vessel_type?: Schemas["VesselType"][] | undefined;
  country?: string | undefined;
  region?: Schemas["SeaRegion"][] | undefined;
  language?: string[] | undefined;
  mode?: Schemas["WorkMode"] | undefined;
  available_on?: string | undefined;
  supplier?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
}

/** Codes of a scheme: which ones there are is known once the scheme has been read. */
function codes(value: unknown): string[] | undefined {
  const asked = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : [];
  const named = asked
    .filter((code) => typeof code === "string")
    .filter((code) => /^[a-z_]{1,40}$/.test(code));
  return named.length === 0 ? undefined : [...new Set(named)];
}

export function consultantsSearch(search: Record<string, unknown>): ConsultantsSearch {
  const near = matching(/^[A-Z]{2}[A-Z2-9]{3}$/, search["near"]);
  return {
    domain: manyOf(wordsOf("WorkDomain"), search["domain"]),
    near,
    within: near === undefined ? undefined : matching(/^[1-9]\d{0,4}$/, search["within"]),
    discipline: codes(search["discipline"]),
    level: codes(search["level"])?.[0],
    vessel_type: manyOf(wordsOf("VesselType"), search["vessel_type"]),
    country: matching(/^[A-Z]{2}$/, search["country"]),
    region: manyOf(wordsOf("SeaRegion"), search["region"]),
    language: manyOf(languageCodes, search["language"]),
    mode: oneOf(wordsOf("WorkMode"), search["mode"]),
    available_on: matching(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, search["available_on"]),
    supplier: matching(/^[0-9a-f-]{36}$/, search["supplier"]),
    q: text(search["q"])?.slice(0, 100),
    cursor: text(search["cursor"]),
  };
}

/** The filter as the API takes it: the same words, lists joined by commas, nothing of the page's own. */
export function asFilter({ cursor, within, ...filter }: ConsultantsSearch) {
  const plain = Object.entries({ ...filter, within: filter.near === undefined ? undefined : within }).flatMap(
    ([key, value]) => {
      const said = Array.isArray(value) ? value.join(",") : value;
      return said === undefined ? [] : [[key, said] as const];
    },
  );
  return Object.fromEntries(plain);
}

/** What a person's page takes from its address: whether the letter to the person is open. */
export interface ConsultantSearch {
  write?: "yes" | undefined;
}

export function consultantSearch(search: Record<string, unknown>): ConsultantSearch {
  return { write: search["write"] === "yes" ? "yes" : undefined };
}
