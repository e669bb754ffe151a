export const ownData = {
  title: "Your data",
  note: "What the register holds of you is yours to read, to correct and to take along. Reports without a name are not among it: nothing ties them to you.",
  name: {
    action: "Correct your name",
    field: "Your name",
    hint: "Colleagues and the audit see it.",
    confirm: "Correct it",
  },
  address: {
    action: "Change your address",
    title: "Change your address",
    field: "New e-mail address",
    hint: "A word is sent there. You sign in with the old address until you give it back.",
    send: "Send the word",
    sent: (email: string) => `A letter is on its way to ${email}.`,
    word: "The word in the letter",
    wordHint: "Twelve letters and digits, good for an hour.",
    confirm: "Change it",
  },
  take: {
    action: "Take your data along",
    title: "Take your data along",
    effect:
      "One ZIP file: your account, memberships, sessions, keys, the incidents you reported by name and your steps in the audit, each as JSON and CSV, with checksums.",
    confirm: "Make the file",
  },
  remove: {
    action: "Remove your account",
    title: "Remove your account",
    effect:
      "Your name and address go at once, everywhere. You are signed out, your keys end, and you leave your organisation. This cannot be taken back.",
    before:
      "What others rely on stays, under an id that names nobody: your organisation's reports, and the record of steps.",
    confirm: "Remove it for good",
    staff:
      "People of the platform are let go by an administrator, who hands their work on first. Ask one of them.",
    done: "Your account is removed.",
    stays: "This stays, and why:",
    leave: "Leave",
  },
};
