import { format } from "./format";

export const front = {
  title: "Cyber incidents in shipping",
  intro:
    "Bellbuoy takes reports of cyber incidents at sea and in port, without a name if you wish, and turns them into warnings, certified help and figures.",
  runBy: (operator: string) => `Run by ${operator}.`,
  noCookies: "No cookies, no adverts, no tracking.",
  more: "Who runs it and how it is paid",
  join: "Join the alliance",
  doors: "Three ways in",
  report: {
    title: "Report an incident",
    text: "Suspicions and near misses count too. No account, no name, no cookie. We keep no address of your device. Works on a slow line.",
    start: "Start a report",
    answer: "Read an answer",
    help: "Help now, 24/7",
  },
  consultant: {
    title: "Find a certified consultant",
    text: "People and firms whose certificates are valid today, by domain, language and distance to a port.",
    field: "Name, firm, place or field of work",
    action: "Find",
  },
  check: {
    title: "Check a certificate",
    text: "Scan its code, also with no network, or type its number. Valid, suspended, revoked or never issued: one answer.",
    field: "Number of the certificate",
    action: "Check",
    proof: "Check a filing proof",
  },
  figures: {
    reported: (year: string) => `incidents in ${year}, as reported here`,
    leading: (kind: string) => `of them: ${kind.toLowerCase()}, the most frequent kind`,
    supported: "of them corroborated, identified or confirmed",
    basis: (n: string, asOf: string) => `n = ${n}, rounded to protect reporters. As of ${asOf}.`,
    definition: "Definition",
    none: "The first figures appear with the first release.",
  },
  map: {
    title: "Where incidents were reported",
    subtitle: (year: string, n: string, asOf: string) =>
      `Reports in ${year} by sea region · n = ${n} · as of ${format.day(asOf)} · “·” is hidden to protect reporters`,
    alt: "World map with the number of reports in each sea region; the same numbers stand in the table",
    region: "Sea region",
    first: (shown: number, all: number) => `Sea region, first ${shown} of ${all}`,
    unit: "Reports",
    table: "Table",
  },
  advisories: {
    title: "Latest advisories",
    note: "free to pass on, TLP:CLEAR",
    all: "All",
    atom: "Atom",
    none: "No advisory has been released yet.",
  },
};
