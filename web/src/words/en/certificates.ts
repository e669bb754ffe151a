import { format } from "./format";

const back = (days: string) => `from ${format.day(days)} on`;

/** One certificate, and the answer to whether it counts. */
export const certificates = {
  title: "Certificate",
  of: (number: string) => `Certificate ${number}`,
  check: {
    title: "Check a certificate",
    note: "type the number, or scan the code",
    number: "Number of the certificate",
    numberHint: "As it stands on it: BB-C-2026-0417",
    action: "Check",
    scan: "Scan a code",
    answers: "The answers, in the words you will read:",
    means: {
      valid: {
        text: "Signed by us, in force today, not suspended.",
        more: "With who holds it, for what, and until when.",
      },
      suspended: {
        text: "It does not count for the time being.",
        more: "With the day and the reason. It may come back into force.",
      },
      revoked: {
        text: "Ended by the scheme. Tests made on that day or later do not count.",
        more: "Tests before it still count and are marked.",
      },
      not_issued: {
        text: "We never signed this. The code or the number is wrong, or someone made it up.",
        more: "With the number that was probably meant.",
      },
    },
  },
  answer: {
    active: {
      text: "Signed by us, in force today, not suspended.",
      more: (last: string) => `Its last day is ${format.day(last)}.`,
    },
    suspended: {
      text: (day: string | null) =>
        day === null
          ? "It does not count for the time being."
          : `It does not count for the time being, ${back(day)}.`,
      more: "It may come back into force. Work done before that day still counts.",
    },
    lapsed: {
      text: (last: string) => `Its last day was ${format.day(last)}, and it was not renewed.`,
      more: "Work done up to that day still counts.",
    },
    revoked: {
      text: (day: string | null) =>
        day === null ? "Ended by the scheme." : `Ended by the scheme, ${back(day)}.`,
      more: "Tests made on that day or later do not count. Those before it still do, and are marked.",
      fromStart: "Ended by the scheme, from its first day on.",
      none: "No test made under it counts.",
    },
    withdrawn: {
      text: (day: string | null) =>
        day === null ? "Its holder gave it back." : `Its holder gave it back on ${format.day(day)}.`,
      more: "Nothing is held against the holder. Work done before that day still counts.",
    },
  },
  asOf: (moment: string) => `As of ${moment}.`,
  takeOver: "Who can take over",
  missing: {
    title: "Not issued by us",
    text: (number: string) =>
      `We never signed a certificate ${number}. The number is wrong, or someone made it up.`,
    meant: "Did you mean one of these?",
    shown: "Somebody showed it to you as theirs? No account and no name is needed.",
    tell: "Tell the desk",
    again: "Check another number",
  },
  plate: {
    name: "The certificate as its holder prints it",
    held: (discipline: string) => `${discipline},`,
    demo: "DEMO",
    number: "Number",
    valid: "Valid",
    term: (from: string, to: string) => `${format.day(from)} to ${format.day(to)}`,
    scheme: "Scheme",
    version: (n: number) => `version ${n}`,
    holder: "Holder",
    firm: "Firm",
    code: "QR code of the signed certificate",
    codeNote: "The code holds the signed certificate itself. It can be checked with no network.",
    tooLong:
      "The signed certificate is too long for a code that cameras read. Check it by its number instead.",
    checkAt: (address: string) => `Check it at ${address}`,
    printed: (moment: string) => `Printed ${moment}. Only a check tells whether it still counts.`,
  },
  take: {
    title: "Take it along",
    print: "Print, or save as PDF",
    copy: "Copy the signed statement",
    copied: "Copied",
    save: "Download it",
    verify: "Check it on the verify page",
    note: "An Open Badges 3.0 credential, signed with Ed25519. Anybody can check it without asking us.",
  },
  history: {
    title: "What happened to it",
    granted: "Granted",
    step: {
      suspend: "Suspended",
      reinstate: "Back in force",
      revoke: "Revoked",
      lapse: "Lapsed",
      renew: "Renewed",
      withdraw: "Given back by its holder",
    },
    effective: (day: string) => `from ${format.day(day)}`,
    until: (day: string) => `valid to ${format.day(day)}`,
  },
  held: {
    title: "Certificates",
    accreditations: "Accreditations",
    none: "None was granted.",
    number: "Number",
    valid: "Valid",
  },
  steps: {
    title: "Steps of the scheme",
    ownTitle: "Your certificate",
    none: "No step is left to take: this is final.",
    barred: {
      opens: (day: string) => `Renewal opens on ${format.day(day)}.`,
      closed: (day: string) => `Renewal closed on ${format.day(day)}. A new application begins anew.`,
    },
    titleOf: {
      suspend: (number: string) => `Suspend ${number}`,
      reinstate: (number: string) => `Reinstate ${number}`,
      revoke: (number: string) => `Revoke ${number}`,
      renew: (number: string) => `Renew ${number}`,
      withdraw: (number: string) => `Give back ${number}`,
    },
    effect: {
      suspend: "Everybody sees it at once, and searches leave the holder out. It can be lifted again.",
      reinstate: "It counts again at once, and searches find the holder.",
      revoke:
        "For good: it cannot be taken back. Everybody sees it at once. The holder can appeal, and gets a letter.",
      renew: "It is valid for another term from its last day on.",
      withdraw:
        "For good: it cannot be taken back. Searches leave you out unless you hold another. Nothing is held against you.",
    },
    reason: "Reason",
    chooseReason: "Choose one",
    effective: "Counts from",
    effectiveHint: "Empty for today. A revocation may reach back to the first day.",
    note: "What everybody may read",
    noteHint: "Stands in the public history. No names of third parties.",
    words: "To the holder",
    wordsHint: "In the letter to the holder, and in the audit. Not public.",
    cancel: "Cancel",
    reread: "Read it again",
    rereadHint: "What you typed stays.",
  },
};
