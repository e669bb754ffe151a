import { oneOf } from "~/lib/search-params";
import { views } from "./view";

/** As whom the tables are read. */
export interface RolesSearch {
  as?: string | undefined;
}

export function rolesSearch(search: Record<string, unknown>): RolesSearch {
  const known = views.map(({ id }) => id);
  return { as: oneOf(known, search["as"]) };
}
