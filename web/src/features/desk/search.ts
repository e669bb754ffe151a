import { matching, oneOf } from "~/lib/search-params";

export const tabs = ["all", "sealed", "named", "help", "closed"] as const;
export type Tab = (typeof tabs)[number];

/** The list that is shown and what stands in the panel beside it. */
export interface DeskSearch {
  tab?: Tab | undefined;
  report?: string | undefined;
  incident?: string | undefined;
}

export function deskSearch(search: Record<string, unknown>): DeskSearch {
  return {
    tab: oneOf(tabs, search["tab"]),
    report: matching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, search["report"]),
    incident: matching(/^INC-[0-9A-Z]{6}$/, search["incident"]),
  };
}
