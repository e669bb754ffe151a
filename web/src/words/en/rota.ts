import { format } from "./format";

/** Who is on call for incidents, and when. */
export const rota = {
  title: "On call",
  lead: "Certified consultants who can be called for help with an incident. All times are UTC.",
  now: {
    title: "Who can be called now",
    asOf: (moment: string) => `As of ${format.moment(moment)}. Who fits best stands first.`,
    until: (moment: string) => `until ${format.moment(moment)}`,
    domain: "Help with",
    language: "Language",
    noDomain: (domain: string) => `Does not work on: ${domain}`,
    noLanguage: (language: string) => `Does not speak ${language}`,
    noContacts: "No way to reach them is entered.",
    none: "Nobody can be called now",
    noneAsOf: (moment: string) => `As of ${format.moment(moment)}.`,
    noneNext: "Nobody with a certificate in force is on call. The weeks to come show who is next.",
  },
  weeks: {
    title: "The weeks to come",
    of: (day: string) => `Week of ${format.day(day)}`,
    span: (from: string, to: string) => `${format.shortMoment(from)} – ${format.shortMoment(to)}`,
    gap: "Nobody is on call",
    gaps: (n: number) =>
      n === 0
        ? "Somebody is on call at every moment shown."
        : `There ${n === 1 ? "is" : "are"} ${format.count(n, "gap", "gaps")} in which nobody is on call.`,
    shown: (from: string, to: string) => `Shown from ${format.moment(from)} up to ${format.day(to)}.`,
  },
  enter: {
    title: "Put somebody on",
    person: "Person",
    personHint: "A name of the register, or the address of the person's page.",
    unknown: "Choose a person from the list, or paste the address of their page.",
    starts: "Begins (UTC)",
    ends: "Ends (UTC)",
    endsHint: "At most 31 days later.",
    order: "Has to be later than it begins.",
    action: "Put on the rota",
    working: "Entering",
    done: (name: string, from: string, to: string) =>
      `${name} is on call from ${format.moment(from)} to ${format.moment(to)}.`,
  },
  remove: {
    action: "Take off",
    name: (name: string, from: string) => `Take off ${name}, ${format.shortMoment(from)}`,
    title: (name: string) => `Take ${name} off the rota`,
    text: (from: string, to: string) =>
      `From ${format.moment(from)} to ${format.moment(to)}. Nobody gets a letter about it.`,
    keep: "Keep",
    working: "Taking off",
  },
};
