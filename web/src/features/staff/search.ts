import { matching } from "~/lib/search-params";

/** Whose entry is open. */
export interface StaffSearch {
  person?: string | undefined;
}

export function staffSearch(search: Record<string, unknown>): StaffSearch {
  return { person: matching(/^[0-9a-f-]{36}$/, search["person"]) };
}
