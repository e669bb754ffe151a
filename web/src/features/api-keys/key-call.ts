import type { Schemas } from "~/api/client";
import { apiCall } from "~/lib/api-call";

type Scope = Schemas["KeyScope"];

const reads: readonly (readonly [Scope, string])[] = [
  ["incidents:read", "/api/v1/incidents?limit=5"],
  ["advisories:read", "/api/v1/advisories?limit=5"],
  ["statistics:read", "/api/v1/statistics/incidents?by=kind"],
  ["organisations:read", "/api/v1/organisations?limit=5"],
];

/** Open to every key. */
const limits = "/api/v1/me/limits";

/** A first call that works with the key, and changes nothing. */
export function firstCall({ scopes, test }: Pick<Schemas["ApiKey"], "scopes" | "test">): string {
  const fits = ([scope]: readonly [Scope, string]) =>
    scopes.includes(scope) && !(test && scope === "statistics:read");
  return apiCall(reads.find(fits)?.[1] ?? limits, "application/json", true, "BELLBUOY_KEY");
}
