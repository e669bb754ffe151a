import { format } from "./format";

/** Papers that prove something, and the curriculum vitae: entered once, shown in any application. */
export const evidence = {
  curriculum: {
    note: "Typed once and shared by all your applications. Each takes it along as it stands when you submit.",
    none: "Nothing is entered yet.",
    kind: "Kind",
    title: "Post, project, degree or certificate",
    organisation: "Employer, customer, school or issuer",
    from: "From",
    to: "To",
    toHint: "Empty while it lasts.",
    about: "What you did",
    add: "Add an entry",
    remove: "Take out",
    removeName: (name: string) => `Take out ${name === "" ? "this entry" : name}`,
    untitled: "New entry",
    incomplete: "Kept here only: title, organisation and the first day are needed.",
    span: (from: string, to: string | null | undefined) =>
      `${format.month(from)} – ${to === null || to === undefined ? "today" : format.month(to)}`,
  },
  paper: {
    add: "Enter a paper",
    reuse: "Use a paper already entered",
    choose: "Choose one",
    use: "Use it",
    kind: "Kind",
    title: "Title",
    titleHint: "“Seafarer’s identity document”, “ISO/IEC 27001 lead auditor”.",
    issuer: "Issued by",
    issued: "Issued on",
    expires: "Runs out on",
    file: "File",
    fileHint: "PDF, JPEG or PNG, at most 5 MiB.",
    tooLarge: "It is larger than 5 MiB. Make it smaller, or send the pages that matter.",
    wrongType: "Only PDF, JPEG and PNG are taken.",
    digest: "SHA-256",
    digestNote: "worked out here; the server checks it on arrival",
    save: "Keep the paper",
    sending: "Sending",
    cancel: "Cancel",
    remove: "Take out",
    removeName: (name: string) => `Take out ${name}`,
    open: "Open",
    openName: (name: string) => `Open ${name}`,
    noFile: "Its file is missing.",
    sendFile: (name: string) => `Choose the file of ${name}`,
    sendIt: "Send the file",
    issuedOn: (issuer: string, day: string) => `${issuer}, ${format.day(day)}`,
    until: (day: string) => `runs out ${format.day(day)}`,
    ranOut: (day: string) => `ran out ${format.day(day)}`,
    size: (bytes: number) =>
      bytes < 1_000_000
        ? `${format.number(Math.max(1, Math.round(bytes / 1_000)))} kB`
        : `${format.number(Math.round(bytes / 100_000) / 10)} MB`,
    none: "Nothing is shown for it yet.",
  },
};

/** The page a referee opens from a letter. */
export const references = {
  title: (applicant: string) => `A reference for ${applicant}`,
  lead: (applicant: string) =>
    `${applicant} wants to be certified and named you as somebody who saw the work. ${applicant} does not read what you answer.`,
  for: "For",
  goal: (discipline: string, level: string) => `${discipline}, ${level.toLowerCase()}`,
  relation: "How you know each other, as the applicant says",
  referee: "You",
  recommends: "Do you recommend the applicant for this?",
  independent: "Are you neither a relative nor an employee of the applicant?",
  yes: "Yes",
  no: "No",
  words: "What did you see of the work?",
  wordsHint: "On which ship or system, when, and how it was done. At least 20 characters.",
  choose: "Choose one of the two.",
  send: "Send the reference",
  sending: "Sending",
  note: "No account is needed. It can be answered once. The scheme keeps it with the application.",
  thanks: {
    title: "Thank you",
    text: "Your reference is with those who review the application. You can close this page.",
  },
  answered: {
    title: "This was answered",
    text: (day: string) =>
      `The reference was given on ${format.day(day)}. Write to the scheme if something in it was wrong.`,
  },
  missing: {
    title: "This link does not work",
    text: "A reminder has a new link, and the one before it stops working. Take the one in the newest letter, or ask who named you.",
    back: "How certification works",
  },
};
