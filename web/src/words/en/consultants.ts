import { format } from "./format";

const people = (n: number) => format.count(n, "person", "people");
const firms = (n: number) => format.count(n, "firm", "firms");

/** The search of the register. */
export const consultants = {
  title: "Find a certified consultant",
  short: "Consultants",
  counted: (n: number, suppliers: number) =>
    `${people(n)} and ${firms(suppliers)} whose certificates are valid today. No fee, no ranking by payment.`,
  firms: "Firms",
  how: "How certification works",
  filters: {
    text: "Words",
    domain: "Domain",
    near: "Near",
    nearSummary: (port: string, code: string, within: string) => `${port}, ${code}, ${within} nm`,
    port: "Port",
    portHint: "Its name or UN/LOCODE.",
    within: "Within",
    nautical: (n: string) => `${format.number(Number(n))} nautical miles`,
    discipline: "Discipline",
    level: "Level",
    levelOrHigher: (level: string, highest: boolean) => (highest ? level : `${level} or higher`),
    ship: "Ship",
    country: "Country",
    region: "Sea region",
    language: "Language",
    addLanguage: "Add a language",
    choose: "Choose one",
    mode: "Work",
    free: "Free",
    freeOn: (day: string) => `on ${format.day(day)}`,
    freeDay: "Can be engaged on",
    freeToday: "Today",
    freeIn: (days: number) => `In ${days} days`,
    supplier: "Firm",
  },
  shown: (found: string, of: number | undefined, near: boolean, asOf: string | undefined) =>
    [
      of === undefined ? `${found} found` : `${found} of ${format.number(of)}`,
      near ? "by distance" : "by name",
      ...(asOf === undefined ? [] : [`as of ${format.day(asOf)}`]),
    ].join(" · "),
  list: "Certified consultants",
  independent: "independent",
  held: (discipline: string) => `${discipline},`,
  endsIn: (days: number) =>
    days === 0 ? "certificate ends today" : `certificate ends in ${format.count(days, "day", "days")}`,
  nautical: (n: number) => `${n < 10 ? n.toFixed(1).replace(/\.0$/, "") : format.number(Math.round(n))} nm`,
  free: {
    unsaid: "not said",
    today: "today",
    in: (days: number) => `in ${format.count(days, "day", "days")}`,
    from: (day: string) => `from ${format.day(day)}`,
    label: "Free:",
  },
  write: (first: string) => `Write to ${first}`,
  none: "Nobody fits",
  noneFit: "No valid certificate fits all of this. Widen the distance or clear a filter.",
  noneYet: "Nobody holds a valid certificate yet.",
  map: {
    near: (port: string, n: number) =>
      `Map: ${people(n)} around ${port}; the same stand in the list, with their distance`,
    world: (n: number) => `Map: where ${people(n)} of the list work`,
    ring: (n: number, unit: boolean) => (unit ? `${format.number(n)} nm` : format.number(n)),
    nearNote: "Great circle from the port to the base of work, in nautical miles (nm).",
    worldNote: "The port next to which each of them works. Choose a port to measure distances.",
  },
};

/** The page of one person. */
export const consultant = {
  missing: {
    title: "There is nobody here",
    text: "The entry may have been taken out, or was never in the register.",
    back: "The register",
  },
  hidden: (name: string) =>
    `${name} does not want to be found by searches. Certificates and what happened to them stay public.`,
  about: "In their own words",
  nothingSaid: "Nothing is written here yet.",
  base: "Works next to",
  languages: "Languages",
  domains: "Fields of work",
  ships: "Ships",
  regions: "Sea regions",
  modes: "Work",
  free: "Free",
  any: "–",
  engagements: {
    title: "Worked for",
    none: "No engagement is confirmed. Who works alone has none.",
    firm: "Firm",
    from: "From",
    to: "To",
    known: "Entered",
    confirmed: "Confirmed",
    lasts: "to this day",
    unconfirmed: "not confirmed",
    retracted: (day: string) => `taken back on ${format.day(day)}`,
  },
  write: {
    title: (name: string) => `Write to ${name}`,
    note: "It goes as a letter to an address that you are not told. Nothing of it is kept here. The answer comes to you.",
    name: "Your name",
    email: "Your e-mail",
    emailHint: "The person reads it and answers there.",
    words: "What you need",
    wordsHint: "Which ship, where and when. 20 characters or more.",
    send: "Send the letter",
    sending: "Sending",
    cancel: "Cancel",
    sent: (name: string) => `Your letter to ${name} is on its way`,
    sentNote: (email: string) => `The answer, if there is one, comes to ${email}.`,
    tooMany:
      "This person got many letters in the last hour. Yours was not sent and stays here: send it again in an hour, or write to another.",
    close: "Close",
  },
  rename: {
    change: "Change the name",
    title: (name: string) => `Change the name of ${name}`,
    note: "It stands on every certificate from then on. Codes that were printed before show the earlier name, and a check tells both.",
    name: "Name",
    words: "Why",
    wordsHint: "What you have seen. The person and the audit read it.",
    save: "Change it",
    cancel: "Cancel",
  },
};
