import { format } from "./format";

/** Seats of one's own and the log of professional development. */
export const cpd = {
  title: "Seats and development",
  lead: "Where you sit, and what you did to stay current. Sittings that you attended count by themselves.",
  standing: {
    title: "What your certificates ask for",
    none: "You hold no certificate in force. What you enter counts once you do, from the first day of its term.",
    logged: (logged: number, asked: number) => `${format.number(logged)} of ${format.number(asked)} hours`,
    missing: (hours: number) =>
      hours === 0 ? "all hours are there" : `${format.count(hours, "hour", "hours")} missing`,
    asOf: (at: number) =>
      `As of ${format.stamp(at)}. Hours count from the first day of a certificate’s term.`,
    ends: (day: string, left: number) => `ends ${format.day(day)}, in ${format.count(left, "day", "days")}`,
    opens: (day: string) => `renewal opens ${format.day(day)}`,
    open: "can be renewed now",
    term: (from: string) => `since ${format.day(from)}`,
  },
  log: {
    title: "Your log",
    none: "Nothing is entered yet. Enter what you learned, taught or published.",
    hours: (n: number) => `${format.number(n)} h`,
    sitting: "Attended sitting",
    change: "Change",
    changeName: (title: string) => `Change ${title}`,
    remove: "Delete",
    removeName: (title: string) => `Delete ${title}`,
    removing: "Deleting",
  },
  form: {
    title: "Enter what you did",
    changeTitle: "Change the entry",
    day: "Day",
    hours: "Hours",
    hoursHint: "In steps of a quarter: 1.25",
    kind: "Kind",
    choose: "Choose one",
    what: "What it was",
    learned: "What you learned",
    add: "Enter it",
    save: "Save",
    saving: "Saving",
    cancel: "Back",
  },
};
