import { format } from "./format";

/** For who complains about the holder of a certificate. */
export const complaint = {
  link: "Complain about the holder",
  title: "Complain about a holder",
  lead: "Anybody may complain about who holds a certificate or an accreditation. The scheme administrators read it, look into it, and can suspend or revoke the certificate.",
  certificate: "Number of the certificate",
  certificateHint: "As it stands on it: BB-C-2026-0417",
  unknown: "We issued no certificate with this number. Compare it with the one that you were shown.",
  words: "What happened",
  wordsHint:
    "Who did what, when, and how you know. At least 20 characters. What names you is better left out if you want to stay unknown.",
  you: "You",
  youNote: "Both can stay out; the complaint is looked into all the same. The holder is not told them.",
  name: "Your name",
  email: "Your e-mail",
  emailHint: "The decision is sent there.",
  send: "Send the complaint",
  sending: "Sending",
  sent: {
    title: "Your complaint has arrived",
    keep: "Keep this link",
    about: (number: string) => `Complaint about the holder of ${number}`,
    keepHint: "It alone shows what becomes of the complaint, and it is not shown again.",
    copy: "Copy the link",
    copied: "Copied",
    follow: "Follow the complaint",
    next: "An administrator reads it, looks into it, and says what was decided and why.",
  },
  own: {
    title: "Your complaint",
    of: (number: string) => `Complaint about the holder of ${number}`,
    status: "Status",
    certificate: "Certificate",
    sent: "Sent",
    decided: "Decided",
    answer: "What was decided, and why",
    means: {
      received: "It has arrived and waits to be read. Nothing is asked of you; keep the link.",
      investigating: "It is being looked into.",
      upheld: "What you wrote was found to be right.",
      dismissed: "It was looked at and leads to nothing.",
    },
    look: "Look again",
  },
  missing: {
    title: "There is no such complaint",
    text: "Check the link for missing characters: it ends with 48 letters and digits, and was shown when the complaint was sent.",
    back: "Send a complaint",
  },
};

/** For those who decide on complaints. */
export const complaints = {
  title: "Complaints",
  note: "about holders of certificates, newest first",
  none: "No complaint here",
  noneFit: "None has this status. Choose another, or clear the filter.",
  noneYet: "Nobody has complained yet. The form is linked from the page of each certificate.",
  form: "The form",
  shown: (n: number, more: boolean, at: number) =>
    `${format.count(n, "complaint", "complaints")} on this page${more ? ", more on the next" : ""} · as of ${format.stamp(at)}`,
  columns: { status: "Status", words: "What happened", certificate: "Certificate", received: "Received" },
  of: (number: string) => `Complaint about the holder of ${number}`,
  words: "What they wrote",
  answer: "What was decided, and why",
  facts: {
    certificate: "Certificate",
    now: "It is",
    name: "Who complains",
    email: "E-mail",
    received: "Received",
    decided: "Decided",
    notSaid: "not said",
  },
  missing: {
    title: "There is no such complaint",
    text: "Check the address, or look for it in the list.",
    back: "All complaints",
  },
  steps: {
    title: "Steps",
    decided: "It is decided; no step is left.",
    aboutOneself: "It is about you: another administrator decides.",
    titleOf: {
      investigate: (number: string) => `Investigate the complaint about ${number}`,
      uphold: (number: string) => `Uphold the complaint about ${number}`,
      dismiss: (number: string) => `Dismiss the complaint about ${number}`,
    },
    effect: {
      investigate: "Who complained sees at their link that it is looked into.",
      uphold: "It was right. This is final.",
      dismiss: "It leads to nothing. This is final.",
    },
    answer: "What was decided, and why",
    answerHint: (letter: boolean) =>
      letter
        ? "Who complained reads it at their link, and in a letter."
        : "Who complained reads it at their link. They left no address for a letter.",
    sanction: "What happens to the certificate",
    sanctionHint: "In the same moment as the step, or neither happens.",
    stays: "It stays as it is",
    noSanction: (status: string) => `Nothing changes with the certificate. It is: ${status.toLowerCase()}.`,
    both: (step: string, sanction: string) => `${step}, and ${sanction.toLowerCase()} the certificate`,
    cancel: "Cancel",
    reread: "Read it again",
    rereadHint: "What you typed stays.",
  },
};
