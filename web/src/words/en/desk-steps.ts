import { format } from "./format";

const axis = {
  safety: "Safety of people and ship",
  operational: "Operation",
  environmental: "Environment",
  financial: "Money",
  data: "Data",
};

/** A label inside a sentence: without its explanation in brackets, and small unless it is an abbreviation. */
function inside(label: string): string {
  const name = label.replace(/\s*\(.*\)$/, "");
  return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

function several(labels: readonly string[]): string {
  return format.list(labels.map(inside));
}

/** What the desk does with a report. */
export const deskSteps = {
  note: {
    title: "Desk’s note",
    sealed: "sealed, for the desk only",
    none: "No note yet.",
    edit: "Change",
    key: "n",
    dialog: (report: string) => `Note on ${report}`,
    name: "Title for the queue",
    nameHint: "Seen by the desk only. It never leaves the seal.",
    severity: "Severity",
    verification: "How well is it supported?",
    tlp: "Who may see it?",
    text: "Note",
    textHint: "For the next colleague: what is known, what is open, whom you asked.",
    save: "Save the note",
    saving: "Sealing",
  },
  refuse: {
    title: (report: string) => `Refuse ${report}`,
    effect:
      "It is closed and does not count. The reporter reads your reason in their mailbox. It can be reopened.",
    reason: "Reason",
    reasonHint: "Say what is missing or does not fit. No blame: whoever reports should report again.",
    action: "Refuse",
    working: "Refusing",
    short: "Say a few words more: the reporter reads this.",
    long: "Too long for one message. Shorten it.",
  },
  link: {
    title: (n: number, report: string) =>
      n === 1 ? `Link ${report} as a duplicate` : `Link ${format.number(n)} reports as duplicates`,
    effect: (n: number) =>
      `${n === 1 ? "It is" : "They are"} closed and counted once, as the other. ${n === 1 ? "The reporter is" : "The reporters are"} told that it was known. The link stands in the sealed note only.`,
    to: "What it repeats",
    report: "A sealed report",
    choose: "Choose a report",
    incident: "An incident",
    incidentLabel: "Its reference",
    incidentHint: "Such as INC-7K4QWZ.",
    unknown: "There is no incident of this reference.",
    none: "Choose a report or give a reference.",
    action: (n: number) => (n === 1 ? "Link the report" : `Link ${format.number(n)} reports`),
    working: (done: number, all: number) => `Linking ${format.number(done + 1)} of ${format.number(all)}`,
    left: (names: readonly string[]) => `Not linked: ${format.list(names)}.`,
  },
  accept: {
    title: (report: string) => `Accept ${report}`,
    effect:
      "These facts, and nothing else of the report, become an incident that counts in the figures. Which report they came from stands in the sealed note only.",
    left: "Not carried over: size, port, country, the reporter’s role and words. They stay sealed.",
    titleOf: (kind: string, systems: readonly string[]) => `${kind}: ${several(systems)}`,
    summaryOf: {
      what: (what: string) => `${what}.`,
      systems: (systems: readonly string[]) => `Systems hit: ${several(systems)}.`,
      services: (services: readonly string[]) => `Services hit: ${several(services)}.`,
      done: (done: readonly string[]) => `What was done: ${several(done)}.`,
    },
    choose: "Choose",
    notSaid: "not said",
    what: "What happened",
    name: "In one line",
    nameHint: "Without names, numbers and places finer than a sea.",
    summary: "Neutral summary",
    summaryHint: "Members may read it. Begun from the chosen answers; the reporter’s words are not in it.",
    kind: "What it was",
    certainty: "How sure is that?",
    cause: "Cause",
    type: "Type",
    where: "When, where and who",
    date: "Date",
    dateHint: "Stored as the first day of the period.",
    precision: "How exact?",
    precisionHint: "A week or a month is enough.",
    victim: "Who was hit",
    vessel: "Type of ship",
    size: "Size",
    region: "Sea region",
    hit: "What was hit",
    systems: "Systems",
    services: "Services, without times",
    service: "Service",
    state: "It is",
    add: "Add a service",
    remove: "Remove",
    attributes: "What was lost or in doubt",
    axes: "Effects one by one",
    axis,
    response: "Response and background",
    containment: "How it was contained",
    backups: "Backups",
    crime: "Link to other crime",
    judgement: "The desk’s judgement",
    severity: "Severity",
    severityHint:
      "Critical: danger to life, loss of propulsion or steering, pollution, a port closed. Low: an attempt.",
    verification: "How well is it supported?",
    verificationHint: "The lowest level that fits. Without a name, evidence is the only way up.",
    tlp: "Who may see it?",
    tlpHint: "The narrowest marking that still lets it help.",
    hints: (n: number) =>
      `${format.count(n, "place in the line or summary", "places in the line or summary")} could lead to a ship or a person:`,
    waited: (band: string) =>
      `For the channel’s figures the server also learns how long it waited: ${band.toLowerCase()}.`,
    action: "Accept as an incident",
    working: "Accepting",
    reused:
      "An incident was made from this report before, with other facts. Look for it under Incidents and link this report to it.",
    faults: (n: number) =>
      `${format.count(n, "field does", "fields do")} not fit. Each one says what would be right.`,
  },
  stale: {
    reread: "Read the newest version",
    hint: "What you entered here stays.",
  },
  cancel: "Cancel",
};
