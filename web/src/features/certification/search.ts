import { defined } from "~/lib/defined";
import { matching } from "~/lib/search-params";

export interface BoardSearch {
  mine?: "true" | undefined;
}

export function boardSearch(search: Record<string, unknown>): BoardSearch {
  return { mine: search["mine"] === "true" || search["mine"] === true ? "true" : undefined };
}

/** What somebody wants to apply for, as the page about certification links here. */
export interface ApplySearch {
  scheme?: string;
  discipline?: string;
  level?: string;
}

const code = /^[a-z][a-z0-9_]{0,39}$/;

export function applySearch(search: Record<string, unknown>): ApplySearch {
  return defined({
    scheme: matching(code, search["scheme"]),
    discipline: matching(code, search["discipline"]),
    level: matching(code, search["level"]),
  });
}
