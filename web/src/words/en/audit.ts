import { format } from "./format";

export const audit = {
  title: "Audit",
  note: "every step that was taken, newest first; times of steps on sealed reports are cut to the hour",
  none: "No step fits this filter.",
  server: "the server",
  action: (word: string) => word.replace(".", ": ").replaceAll("_", " "),
  columns: {
    at: "When",
    action: "Step",
    actor: "By",
    object: "On",
    fields: "Fields or reason",
    number: "No.",
  },
  verify: {
    action: "Verify the record",
    title: "Is the record as it was written?",
    sound: "The record is sound.",
    soundMeans: "Every entry is as it was sealed, none is missing, and all checkpoints at hand agree.",
    soundAgainst: (number: number) =>
      `Entries 1 to ${format.number(number)} are those that your checkpoint vouches for, and the rest is as it was sealed.`,
    faultAt: (number: number) => `The record is not sound: see entry ${format.number(number)}.`,
    holdsTo: (number: number) =>
      number === 0 ? "Not even the first entry holds." : `It holds up to entry ${format.number(number)}.`,
    asOf: "As of",
    sealed: "Sealed",
    nothing: "nothing yet",
    sealedTo: (number: number) => `up to entry ${format.number(number)}`,
    waiting: "Waiting for a seal",
    tail: (count: number, seconds: number | null) =>
      count === 0
        ? "none"
        : `${format.count(count, "entry", "entries")}${seconds === null ? "" : `, the oldest for ${format.seconds(seconds)}`}`,
    checkpoints: "Checkpoints",
    checked: (n: number) => (n === 0 ? "none to check against" : `${format.number(n)} checked`),
    last: "Last signed",
    noCheckpoint: "none yet: one is signed every hour in which something is added",
    lastAt: (number: number, hour: string) => `over entry ${format.number(number)}, in the hour from ${hour}`,
    folder: "Kept elsewhere",
    folderHas: (n: number) => `${format.count(n, "checkpoint", "checkpoints")} in the server's folder`,
    mailed: "Sent by mail",
    posted: "Posted elsewhere",
    sentTo: (number: number | null, fault: string | null) => {
      const to = number === null ? "nothing yet" : `up to entry ${format.number(number)}`;
      return fault === null ? to : `${to}; trouble: ${fault}`;
    },
    folderFault: (fault: string) => `trouble: ${fault}`,
    save: "Save the last checkpoint",
    saveAll: "Save all checkpoints",
    against: "Check against a checkpoint you kept",
    againstHint: "A file that was saved here before, or comes from the server's folder.",
    unread: "This file is not a checkpoint.",
    proves:
      "It proves that nobody changed, moved or removed an entry, not even with all rights in the database, up to the checkpoint you kept yourself.",
    provesNot:
      "It does not prove that an entry was true, that every step was recorded, or anything about entries after your last checkpoint: save one from time to time.",
  },
};
