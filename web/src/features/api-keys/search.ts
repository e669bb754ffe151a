import { matching, text } from "~/lib/search-params";

/** Which page of the keys, and which of them is open. */
export interface KeysSearch {
  key?: string | undefined;
  cursor?: string | undefined;
}

export function keysSearch(search: Record<string, unknown>): KeysSearch {
  return { key: matching(/^[0-9a-f-]{36}$/, search["key"]), cursor: text(search["cursor"]) };
}
