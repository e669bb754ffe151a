import type { Schemas } from "~/api/client";
import { matching, oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

/** What the figures page shows; each part may be left out of the address. */
export interface FiguresSearch {
  by?: Schemas["Dimension"] | undefined;
  period?: Schemas["Period"] | undefined;
  series?: Schemas["Series"] | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

function shared(search: Record<string, unknown>, range: RegExp): FiguresSearch {
  return {
    by: oneOf(wordsOf("Dimension"), search["by"]),
    period: oneOf(wordsOf("Period"), search["period"]),
    series: oneOf(wordsOf("Series"), search["series"]),
    from: matching(range, search["from"]),
    to: matching(range, search["to"]),
  };
}

/** Releases are narrowed by year. */
export const figuresSearch = (search: Record<string, unknown>) => shared(search, /^\d{4}$/);

/** The live figures are narrowed by month. */
export const liveSearch = (search: Record<string, unknown>) => shared(search, /^\d{4}-(?:0[1-9]|1[0-2])$/);
