import { format } from "./format";

/** What one sign means, in the same words wherever it is used. */
const hidden = "“·” is hidden";

const asOf = (moment: string) => `as of ${format.day(moment)}`;

/** How many incidents stand behind a table; even that may be hidden. */
type Count = number | null | undefined;

function basis(n: Count): string {
  return n === null || n === undefined ? "n is hidden" : `n = ${format.number(n)}`;
}

const quarterId = /^(\d{4})-Q([1-4])$/;
const monthId = /^(\d{4})-(\d{2})$/;

/** The head of a column: 2026, 3/26 for a quarter, 11/26 for a month. */
function periodLabel(id: string): string {
  const [, year = "", part] = quarterId.exec(id) ?? monthId.exec(id) ?? [];
  return part === undefined ? id : `${Number(part)}/${year.slice(2)}`;
}

/** The year that begins with a period. */
function span(id: string, periodsPerYear: number): string {
  if (periodsPerYear === 1) return id;
  const [, year = "", quarter] = quarterId.exec(id) ?? [];
  const month = quarter === undefined ? id : `${year}-${String(Number(quarter) * 3 - 2).padStart(2, "0")}`;
  return `the year from ${format.month(month)}`;
}

function range(from: string, to: string): string {
  return from === to ? from : `${from} – ${to}`;
}

/** A range of which one end may be open. */
function openRange(from?: string, to?: string): string {
  if (from === undefined) return `all until ${to ?? ""}`;
  return to === undefined ? `all from ${from}` : range(from, to);
}

const quoted = (texts: readonly string[]) => format.list(texts.map((text) => `“${text}”`));

export const figures = {
  title: "Figures",
  reliable: "How reliable is this?",
  periodLabel,
  tabs: "Count by",
  by: {
    kind: "what happened",
    victim_type: "who was hit",
    sea_region: "where",
    system: "systems hit",
    severity: "severity",
    verification: "verification",
  },
  tab: {
    kind: "What happened",
    victim_type: "Who was hit",
    sea_region: "Where",
    system: "Systems hit",
    severity: "Severity",
    verification: "Verification",
  },
  filter: { period: "Per", years: "Years", months: "Months", series: "Series" },
  per: { month: "month", quarter: "quarter", year: "year" },
  definition: "Definition:",
  notSaid: "Not said",
  basis: (n: Count, moment: string) => `${basis(n)}, ${asOf(moment)}.`,
  protection: (threshold: number, rounding: number) =>
    threshold > 1
      ? `A number is shown only where at least ${format.number(threshold)} affected parties stand behind it. “·” is hidden for this reason, or because a total would give a hidden one away. ≥ leaves hidden cells out.${rounding > 1 ? ` Every number is rounded to ${format.number(rounding)}.` : ""}`
      : "This series is made from public sources: nothing in it is hidden or rounded.",
  released: (moment: string) => `Released ${format.day(moment)}`,
  chart: {
    none: "No number can be shown for this choice. Choose years, or a longer range.",
    subtitle: (per: string, n: Count, moment: string, partial: boolean) =>
      `Incidents per ${per} · ${basis(n)} · ${asOf(moment)}${partial ? " · hatched: not over yet" : ""} · ${hidden}`,
    grew: (word: string, before: number, after: number, from: string, to: string, perYear: number) =>
      `${word} grew most: ${format.number(before)} in ${span(from, perYear)}, ${format.number(after)} in ${span(to, perYear)}`,
    fell: (word: string, before: number, after: number, from: string, to: string, perYear: number) =>
      `${word} fell most: ${format.number(before)} in ${span(from, perYear)}, ${format.number(after)} in ${span(to, perYear)}`,
    level: (from: string, to: string, perYear: number) =>
      `Level: no change beyond chance between ${span(from, perYear)} and ${span(to, perYear)}`,
    plain: (by: string) => `Incidents by ${by}`,
    showAll: (n: number) => `Show all ${format.number(n)}`,
    showFewer: "Show fewer",
  },
  bars: {
    title: {
      system: "Systems hit",
      kind: "What happened",
      severity: "Severity",
      verification: "Verification",
    },
    subtitle: (range: string, n: Count, several: boolean) =>
      `${range} · ${basis(n)}${several ? " · several may apply" : ""}`,
    alt: (title: string) => `${title}, ordered; the same numbers stand in the table`,
  },
  range,
  years: (from?: string, to?: string) => openRange(from, to),
  callNote: (years: string) => `The call gives the whole table; the page shows ${years} of it.`,
  rangeFault: {
    year: {
      title: "There are no figures for the years in the address",
      form: (wrong: readonly string[]) => `Years are written like 2025, not like ${quoted(wrong)}.`,
      order: (from: string, to: string) => `${from}, the first year, comes after ${to}, the last.`,
      empty: "None of them is in the release that is shown here.",
      show: (from?: string, to?: string) => `Show ${openRange(from, to)}`,
      all: "Show all years",
    },
    month: {
      title: "There are no figures for the months in the address",
      form: (wrong: readonly string[]) => `Months are written like 2025-01, not like ${quoted(wrong)}.`,
      order: (from: string, to: string) =>
        `${format.month(from)}, the first month, comes after ${format.month(to)}, the last.`,
      empty:
        "No whole period with incidents lies in them. Ask for more months, or count per month instead of per quarter or year.",
      show: (from?: string, to?: string) =>
        `Show ${openRange(from === undefined ? from : format.month(from), to === undefined ? to : format.month(to))}`,
      all: "Show all months",
    },
  },
  table: {
    title: "The same as a table",
    subtitle: (per: string, by: string) =>
      `Incidents per ${per} by ${by} · ${hidden} · ≥ leaves hidden cells out · hatched columns are not over yet`,
    incidents: "Incidents",
    untold: (n: number) => `Show ${format.count(n, "row", "rows")} of zeros`,
  },
  map: {
    title: "Where incidents happened",
    subtitle: (range: string, n: Count, moment: string) =>
      `Incidents in ${range} by sea region · ${basis(n)} · ${asOf(moment)} · ${hidden}`,
    alt: "World map with the number of incidents in each sea region; the same numbers stand in the table",
    elsewhere: "Regions are our own coarse boxes, without official boundaries.",
  },
  credit: (definition: string, moment: string) => `Bellbuoy, CC BY 4.0, ${asOf(moment)}. ${definition}`,
  citation: (by: string, moment: string, address: string, read: string) =>
    `Bellbuoy, Incidents by ${by}, ${asOf(moment)}, CC BY 4.0, ${address} (read ${format.day(read)})`,
  none: {
    title: "No figures have been released yet",
    text: "The first release appears as soon as an analyst publishes it.",
  },
  live: {
    title: "Statistics",
    note: "Live figures for members. Numbers from fewer affected parties than the threshold are hidden; nothing here is rounded.",
    threshold: (n: number) => `Threshold: ${format.number(n)} affected parties.`,
    quote: "Do not publish these numbers: quote the released figures.",
    released: "Released figures",
    publish: "Publish a release",
    publishTitle: "Publish the public figures",
    publishText:
      "This freezes a public table set as of now: threshold 10, rounded to 5, hidden cells chosen so that none can be worked out. It changes what everyone sees on the figures page and notifies no one.",
    publishing: "Publishing",
    published: (moment: string) => `Published, as of ${format.moment(moment)}.`,
    cancel: "Cancel",
  },
};
