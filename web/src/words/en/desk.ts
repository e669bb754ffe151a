import { deskReport } from "./desk-report";
import { deskSteps } from "./desk-steps";
import { format } from "./format";

const kib = 1024;

export const desk = {
  title: "Queue",
  notOpened: "Sealed report, not opened",
  noNote: "Opened, no note yet",
  shut: "Sealed report, opened before",
  dash: "–",
  help: "Help now",
  unfinished: "Unfinished",
  stage: {
    opened: "In work",
    waiting: "Asked",
    accepted: "Accepted",
    refused: "Refused",
    duplicate: "Linked",
  },
  anonymous: "anonymous",
  size: (bytes: number) =>
    bytes < kib * kib ? `${format.number(bytes / kib)} KiB` : `${format.number(bytes / kib / kib)} MiB`,
  news: (n: number) => format.count(n, "new", "new"),
  /** 21 Nov, 13 h: enough for the desk, and no more than a screen should show. */
  hour: (at: string) => `${format.shortDay(at)}, ${String(new Date(at).getUTCHours())} h`,
  age: (ms: number) => {
    const minutes = Math.max(0, Math.floor(ms / 60_000));
    if (minutes < 60) return `${format.number(minutes)} min`;
    if (minutes < 48 * 60) return `${format.number(Math.floor(minutes / 60))} h`;
    return format.count(Math.floor(minutes / 60 / 24), "day", "days");
  },
  queue: {
    counts: (open: string, unopened: number, calls: number) =>
      [
        `${open} open`,
        ...(calls === 0 ? [] : [`${format.count(calls, "call", "calls")} for help`]),
        ...(unopened === 0 ? [] : [`${format.number(unopened)} not opened`]),
      ].join(" · "),
    atLeast: (n: number) => `${format.number(n)}+`,
    tabs: "Parts of the queue",
    tab: { all: "All open", sealed: "Sealed", named: "By name", help: "Help now", closed: "Closed" },
    shown: (n: number, asOf: string | null) =>
      `${format.number(n)} shown · help first, then unopened, then severity${asOf === null ? "" : ` · as of ${asOf}`}`,
    clock: (moment: Date) => `${moment.toISOString().slice(11, 19)} UTC`,
    more: "Show more",
    arrived: (n: number) => `${format.count(n, "new report", "new reports")} in the queue.`,
    select: (name: string) => `Select ${name}`,
    empty: {
      all: ["Nothing is waiting", "New reports appear here by themselves, within twenty seconds."],
      sealed: ["No sealed report is waiting", "New ones appear here by themselves."],
      named: ["No report by name is waiting", "Those already decided stand under Incidents."],
      help: ["Nobody calls for help", "A call stands above everything else in the queue, with its mark."],
      closed: ["No sealed report is closed", "Accepted, refused and linked reports are kept here."],
    } satisfies Record<string, [string, string]>,
    columns: {
      select: "Select",
      severity: "Severity",
      report: "Report",
      verified: "Verified",
      messages: "Messages",
      state: "State",
      size: "Size",
      key: "Desk key",
    },
  },
  lock: {
    title: "The desk is locked on this screen",
    why: {
      start:
        "Sealed reports are opened in this browser only. Your passphrase opens the desk’s keys; neither leaves this page.",
      idle: "Nobody touched this screen for fifteen minutes, so the keys were dropped.",
      asked: "The keys were dropped. What was opened is gone from this page.",
    },
    passphrase: "Desk passphrase",
    open: "Open the desk",
    opening: "Opening. This takes a moment on purpose.",
    demo: (passphrase: string) => `Demo: ${passphrase}`,
    wrong: "This passphrase does not open your key. Check capital letters and try again.",
    unsigned:
      "The list of desk keys does not carry a valid signature, so the desk stays shut. Tell the operator before anything else is done here.",
    lock: "Lock the desk",
    until: (minutes: number) => `locks after ${format.number(minutes)} idle minutes`,
    key: (epoch: string) => `desk key ${epoch}`,
    closing: (minutes: number) =>
      `The desk locks in ${format.number(minutes)} minutes. Press any key to keep it open.`,
    locked: "The desk is locked on this screen.",
  },
  first: {
    title: "Make your desk key",
    lead: "You have no key for sealed reports yet. It is made in this browser and leaves it only wrapped by a passphrase that you choose. Nobody can reset the passphrase; if it is lost, you make a new key.",
    passphrase: "New passphrase",
    passphraseHint: "At least 12 characters. Several words are easier to keep in mind than signs.",
    repeat: "The same again",
    short: "Take at least 12 characters.",
    differs: "The two do not match.",
    make: "Make my key",
    making: "Making the key. This takes a moment on purpose.",
    next: "Your key is made. It opens nothing yet: the operator gives you the desk’s keys with bellbuoy-server keys rotate. After that, come back and open the desk.",
    noEpochs:
      "Your key opens no desk key yet. The operator gives you one with bellbuoy-server keys rotate; it opens reports filed from then on, and older ones that a colleague seals anew.",
    noCurrent:
      "Your key does not open the desk key in use. You can read older reports, but write nothing until the operator runs bellbuoy-server keys rotate.",
  },
  reseal: {
    waiting: (n: number) =>
      `${format.count(n, "open report is", "open reports are")} sealed to an older key.`,
    unread: (n: number) =>
      n === 1
        ? "One has a new message and is sealed anew when you open it."
        : `${format.number(n)} have new messages and are sealed anew when you open them.`,
    action: (n: number) => (n === 1 ? "Seal it anew" : `Seal ${format.number(n)} anew`),
    progress: (done: number, all: number) => `Sealing anew: ${format.number(done)} of ${format.number(all)}`,
    done: (n: number) => `${format.count(n, "report is", "reports are")} sealed to the key in use.`,
    failed: (n: number) =>
      `${format.count(n, "report was", "reports were")} left: no key of yours opens it, or someone changed it meanwhile.`,
  },
  selection: {
    chosen: (n: number) => `${format.number(n)} selected.`,
    link: "Link as duplicates",
    effect: (n: number) => `Closes ${format.count(n, "report", "reports")}, tells each reporter.`,
    cancel: "Cancel",
  },
  done: {
    accepted: (name: string, reference: string) =>
      `${name} is accepted as ${reference}. The reporter has been told.`,
    refused: (name: string) => `${name} is refused. The reporter has been told why.`,
    duplicate: (name: string) => `${name} is linked. The reporter has been told.`,
    reopened: (name: string) => `${name} is open again. The reporter has been told.`,
    discarded: (name: string) => `${name} is closed as not a report. Nobody was told.`,
    undo: "Undo",
    undoKey: "u",
    undoHint: "Undo opens it again and tells the reporter so.",
    dismiss: "Dismiss",
  },
  keys: {
    title: "Keys at the desk",
    list: [
      [["j", "k"], "down, up"],
      [["↵", "o"], "open"],
      [["x"], "select"],
      [["a"], "accept"],
      [["r"], "reply"],
      [["l"], "link"],
      [["f"], "refuse"],
      [["n"], "note"],
      [["u"], "undo"],
      [["esc"], "close"],
    ] satisfies [string[], string][],
    help: "?",
    all: "all keys",
    elsewhere: "Everywhere",
  },
  ...deskReport,
  ...deskSteps,
};
