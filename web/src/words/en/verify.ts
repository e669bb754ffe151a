/** English, the page that checks certificates at a gangway. */
import { format } from "./format";

const list = (when: string) => `Status list of ${when}.`;

export const verify = {
  title: "Check a certificate · Bellbuoy",
  brand: "Bellbuoy",
  theme: {
    current: (theme: string) => `Theme: ${theme}`,
    light: "light",
    dark: "dark",
    night: "night bridge",
  },
  demo: { title: "Demonstration.", detail: "People, firms and numbers are invented." },
  heading: "Check a certificate",
  lead: "Scan the code on the card, or type the number. The code needs no line.",
  another: "Check another",
  field: {
    label: "Number, or the code’s text",
    hint: "BB-C-2026-0417",
    check: "Check",
    scan: "Scan",
    phone: "To scan, point your phone’s own camera at the code: it opens this page.",
    empty: "Type a number, or paste the text of the code.",
    form: "A number looks like BB-C-2026-0417 for a person, BB-S-2026-0024 for a firm.",
  },
  scan: {
    title: "Hold the code into the frame",
    label: "What the camera sees",
    stop: "Stop",
    starting: "Starting the camera.",
    refused:
      "The camera is not allowed for this page. Allow it in the browser’s settings, or paste the code’s text.",
    missing: "No camera answers. Paste the code’s text, or type the number.",
  },
  checking: "Checking.",
  when: {
    today: (clock: string) => `today, ${clock}`,
    day: format.day,
    clock: format.clock,
    moment: format.moment,
  },
  age: (hours: number) =>
    hours < 48
      ? format.count(Math.max(hours, 1), "hour", "hours")
      : format.count(Math.floor(hours / 24), "day", "days"),
  size: (bytes: number) => `${format.number(Math.max(1, Math.ceil(bytes / 1000)))} kB`,
  clock: (day: string) => `By this device’s clock, ${day}.`,
  clockOff: (day: string, signed: string) =>
    `This device’s clock says ${day}, our signature ${signed}. Set the clock: the answer depends on it.`,
  list: {
    live: list,
    copy: (when: string) => `Status as of ${when}, from this device.`,
    later: "A suspension since then would not show.",
    none: "No status list on this device.",
  },
  answer: {
    valid: { title: "Valid", text: "Signed by us, in force today, not suspended." },
    last_seen: {
      title: "Valid when last seen",
      text: (age: string) =>
        `The signature is right. Your status list is ${age} old, so a later suspension would not show.`,
      small: "Good enough at sea. Check again when there is a line.",
    },
    never_checked: {
      title: "Never checked",
      text: "The signature is right and the days fit. This device never had the status list, so a suspension or a revocation would not show.",
      small: "Get the list before you rely on it.",
    },
    suspended: {
      title: "Suspended",
      text: "Do not rely on it until it is reinstated.",
      since: (day: string) => `Suspended since ${day}. Do not rely on it until it is reinstated.`,
      stale: (age: string) => `The list is ${age} old: it may have been reinstated since.`,
    },
    revoked: {
      title: "Revoked",
      either: "Revoked or given back",
      text: "It was ended for good. When and why is not in the code; the register says it.",
      since: (day: string) => `Revoked from ${day} on. Tests made on that day or later do not count.`,
      fromStart: (day: string) => `Revoked from its first day on, ${day}. No test made under it counts.`,
    },
    given_back: { title: "Given back", since: (day: string) => `Its holder gave it back on ${day}.` },
    lapsed: {
      title: "Lapsed",
      text: (day: string) => `Its last day was ${day}.`,
      small: "If it was renewed, its holder has a newer code. The register knows.",
    },
    not_yet: { title: "Not yet valid", text: (day: string) => `Its first day is ${day}.` },
    tampered: {
      title: "Changed after signing",
      text: "The signature does not fit what the code says. Do not rely on it.",
      small: "A code that was copied badly shows the same: scan it once more.",
    },
    not_issued: {
      title: "Not issued by us",
      text: "We never signed this. The code or the number is wrong, or someone made it up.",
      unknown: (number: string) => `No certificate has the number ${number}.`,
      check: (number: string, meant: string) =>
        meant === ""
          ? `${number}: the check digit does not fit. A digit was mistyped.`
          : `${number}: did you mean ${meant}? The check digit does not fit.`,
    },
    unknown_key: {
      title: "Cannot be told yet",
      text: (day: string) =>
        `It is signed with a key that this device does not have. Its keys are of ${day}; there may be newer ones.`,
    },
    no_keys: {
      title: "Cannot be told yet",
      text: "This device never had our signing keys. Open this page once with a line.",
    },
    unreadable: {
      title: "Not a certificate’s code",
      text: "The text is cut off, or it is another code. Copy all of it: it begins with eyJ and has two dots.",
    },
    no_line: {
      title: "Needs a line",
      text: "A number can only be looked up with a line. The code can be checked without: scan it, or paste its text.",
    },
    busy: {
      title: "No answer just now",
      text: (status: number) => `The register answers with error ${status}. Try again in a minute.`,
    },
  },
  or: format.either,
  register: (moment: string) => `The register, ${moment}.`,
  papers: "Compare the name with the person’s papers.",
  plate: {
    demo: "DEMO",
    number: "Number",
    valid: "Valid",
    days: (from: string, to: string) => `${from} to ${to}`,
    scheme: "Scheme",
    version: (scheme: string, version: string) => `${scheme}, version ${version}`,
    firm: "Firm",
  },
  act: {
    list: (size: string | null) => (size === null ? "Get the list" : `Get the list, ${size}`),
    getting: "Getting the list.",
    noLine: "No answer from the line. What is on this device stays as it is.",
    record: "See the register’s record",
    desk: "Tell the desk",
    again: "Try again",
    meant: (number: string) => `Check ${number}`,
  },
  samples: {
    title: "The answers you may read:",
    seen: "The signature is right, your status list is old: a later suspension would not show.",
    revoked: "Ended by the scheme. Tests made on that day or later do not count.",
  },
  kept: {
    title: "Kept on this device",
    text: "This page, our signing keys and the status lists stay on this device from the first visit, so that a code can be checked with no line. Nothing else does: not what you type or scan.",
    page: "Page",
    pageState: {
      kept: "opens with no line",
      newer: "a newer one is ready",
      not_yet: "needs a line still",
      unable: "this browser keeps no pages",
      forgotten: "nothing kept",
    },
    keys: "Keys",
    list: "Status list",
    never: "never loaded",
    of: (when: string) => `of ${when}`,
    stale: (age: string) => `${age} old`,
    load: "Use the newer page",
    forget: "Forget",
    forgotten: "Forgotten. Opening this page again keeps it again.",
  },
  number: {
    title: "Code or number",
    text: "The code is checked in this browser and tells nobody. A number is looked up in our register, over the line.",
  },
  proof: "Check a filing proof instead",
  home: "Bellbuoy’s front page",
};
