import { format } from "./format";

const days = (n: number) => format.count(n, "day", "days");

/** What certification asks for, before anybody registers. */
export const schemes = {
  title: "Schemes",
  about: {
    title: "How certification works",
    lead: "Everything that is asked of you, what it costs and how long it takes stands here before you register. Nobody is ranked by payment.",
    people: "For people",
    firms: "For firms",
    all: "All of it, with every version",
    apply: "Apply",
    begin: "Begin your entry",
    beginNote: "An account is enough. What you write stays yours until a first certificate makes it public.",
  },
  ready: {
    title: "Am I ready?",
    note: "Nothing of this is sent or kept.",
    scheme: "For",
    discipline: "Discipline",
    level: "Level",
    have: "What I have",
    of: (asked: number) => `of ${asked}`,
    howMany: (label: string) => `How many: ${label}`,
    missing: "What is missing before you can submit",
    left: (n: number, label: string) => (n > 1 ? `${n} × ${label}` : label),
    nothing: "Nothing is missing. You can apply today.",
    later: "While it is reviewed",
    laterNote: "Exams and training follow once you have submitted.",
    apply: "Apply for this",
  },
  version: (n: number) => `Version ${n}`,
  inForce: (n: number, day: string) => `Version ${n}, in force since ${format.day(day)}`,
  disciplines: "Disciplines",
  levels: "Levels and fees",
  level: "Level",
  fee: "Fee",
  noFee: "none",
  requirements: "What is asked for",
  requirement: "Requirement",
  how: "How it is met",
  forWhom: "For",
  everyone: "everybody",
  times: (n: number, label: string) => (n > 1 ? `${n} × ${label}` : label),
  forOnly: (levels: readonly string[], disciplines: readonly string[]) =>
    [format.list(levels), format.list(disciplines)].filter((part) => part !== "").join(" · "),
  time: "Time, validity, appeal",
  facts: {
    review: "Decision",
    reviewOf: (n: number) => `within ${days(n)} of a complete application`,
    validity: "Valid for",
    validityOf: (months: number) =>
      months % 12 === 0
        ? format.count(months / 12, "year", "years")
        : format.count(months, "month", "months"),
    renewal: "Renewal",
    renewalOf: (opens: number, grace: number) =>
      `opens ${days(opens)} before the last day, closes ${days(grace)} after it`,
    cpd: "Training in one term",
    cpdOf: (hours: number) => format.count(hours, "hour", "hours"),
    appeal: "Appeal",
    appealOf: (n: number) => `within ${days(n)} of a decision, to people who did not take part in it`,
  },
  conductVersion: (version: string) => `Code of conduct, version ${version}`,
  conductRead: "Read it",
  versions: "Versions",
  draft: "Draft",
  since: (day: string) => `in force from ${format.day(day)}`,
  first: "The first version.",
  noChange: "No difference to the version before.",
  change: "Where",
  before: "Before",
  after: "After",
  changesOf: (n: number) => `What version ${n} changes`,
  absent: "–",
  edit: "Write the next version",
  missing: {
    title: "There is no such scheme",
    text: "Its code may be mistyped.",
    back: "How certification works",
  },
};
