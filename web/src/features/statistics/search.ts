import type { Schemas } from "~/api/client";
import { oneOf, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

interface Range {
  from?: string | undefined;
  to?: string | undefined;
}

/** What the figures page shows; each part may be left out of the address. */
export interface FiguresSearch extends Range {
  by?: Schemas["Dimension"] | undefined;
  period?: Schemas["Period"] | undefined;
  series?: Schemas["Series"] | undefined;
}

/** The range stays as it was typed: what cannot be shown is said, not left out in silence. */
export function figuresSearch(search: Record<string, unknown>): FiguresSearch {
  return {
    by: oneOf(wordsOf("Dimension"), search["by"]),
    period: oneOf(wordsOf("Period"), search["period"]),
    series: oneOf(wordsOf("Series"), search["series"]),
    from: text(search["from"]),
    to: text(search["to"]),
  };
}

/** Releases are narrowed by year, the live figures by month. */
export type Unit = "year" | "month";

const shapes = { year: /^\d{4}$/, month: /^\d{4}-(?:0[1-9]|1[0-2])$/ } satisfies Record<Unit, RegExp>;

export type RangeFault =
  | { kind: "form"; wrong: readonly string[] }
  | { kind: "order"; from: string; to: string }
  /** Well formed, and nothing lies in it. */
  | { kind: "empty" };

export function rangeFault({ from, to }: Range, unit: Unit): RangeFault | null {
  const wrong = [from, to].filter((end) => end !== undefined).filter((end) => !shapes[unit].test(end));
  if (wrong.length > 0) return { kind: "form", wrong };
  return from !== undefined && to !== undefined && from > to ? { kind: "order", from, to } : null;
}

function meant(end: string | undefined, unit: Unit, month: "01" | "12"): string | undefined {
  if (end === undefined || shapes[unit].test(end)) return end;
  if (unit === "year") return shapes.month.test(end) ? end.slice(0, 4) : undefined;
  return shapes.year.test(end) ? `${end}-${month}` : undefined;
}

/** The range that a faulty one was probably meant to be, if that can be told. */
export function mended({ from, to }: Range, unit: Unit): Range | null {
  const [first, last] = from !== undefined && to !== undefined && from > to ? [to, from] : [from, to];
  const range = { from: meant(first, unit, "01"), to: meant(last, unit, "12") };
  const lost =
    (range.from === undefined) !== (first === undefined) || (range.to === undefined) !== (last === undefined);
  return lost ? null : range;
}
