import { format } from "./format";

/** A time as the clocks of a place show it, which has no zone of its own. */
const there = (local: string) => `${local}Z`;

function span(starts: string, ends: string): string {
  const [from, to] = [there(starts), there(ends)];
  const last =
    format.day(from) === format.day(to) ? format.hour(to) : `${format.day(to)}, ${format.hour(to)}`;
  return `${format.day(from)}, ${format.hour(from)} – ${last}`;
}

/** Exams, trainings and workshops. */
export const sittings = {
  title: "Exams and trainings",
  lead: "Workshops too. Anybody who is signed in books a seat. Times are those of the place.",
  calendar: "Add to calendar",
  follow: "Follow in a calendar",
  announce: "Announce a sitting",
  filters: { kind: "Kind", free: "Seats", country: "Country", from: "From", to: "To", when: "When" },
  free: { any: "All", yes: "With a free seat" },
  when: { ahead: "To come", past: "Past" },
  columns: { title: "Sitting", kind: "Kind", when: "When", where: "Where", seats: "Seats" },
  shown: (n: number, more: boolean, at: number) =>
    `${format.count(n, "sitting", "sittings")} on this page${more ? ", more on the next" : ""} · as of ${format.stamp(at)}`,
  none: "No sitting fits",
  noneFit: "No sitting fits all of this. Clear a filter.",
  noneYet: "No sitting is announced. Look again later, or follow them in a calendar.",
  span,
  spanIn: (starts: string, ends: string, zone: string) => `${span(starts, ends)} (${zone})`,
  online: "Online",
  nowhere: "To be told",
  port: (name: string, code: string) => `${name} (${code})`,
  until: (local: string) => `${format.day(there(local))}, ${format.hour(there(local))}`,
  seatsFree: (free: number, seats: number) => `${format.number(free)} of ${format.number(seats)} free`,
  full: (waiting: number) => (waiting === 0 ? "Full" : `Full, ${format.number(waiting)} waiting`),
  closed: "Closed",
  cancelled: "Cancelled",
  cancelledOn: (day: string, why: string) => `Cancelled on ${format.day(day)}: ${why}`,
  hours: (n: number) => `${format.count(n, "hour", "hours")} of professional development`,
  facts: {
    when: "When",
    where: "Where",
    link: "Take part at",
    linkLater: "Its address is shown to those with a seat.",
    meets: "Meets",
    counts: "Counts as",
    seats: "Seats",
    until: "Booked until",
  },
  about: "About it",
  noAbout: "Nothing more is told.",
  agenda: "Agenda",
  minutes: "Minutes",
  outcomes: "Outcomes",
  missing: {
    title: "There is no such sitting",
    text: "The address may be mistyped.",
    back: "Exams and trainings",
  },
  own: {
    title: "Your seat",
    signIn: "Sign in to book a seat",
    book: "Book a seat",
    wait: "Join the waiting list",
    booking: "Booking",
    giveUp: "Give the seat up",
    leave: "Leave the waiting list",
    givingUp: "Giving up",
    have: "You have a seat.",
    waits: (place: number) =>
      `You are number ${format.number(place)} in the waiting list. When a seat is given up and it is your turn, it is yours, and you get a letter.`,
    fullNote: "All seats are taken. Whoever waits longest gets the next one that is given up.",
    freeNote: "You can give it up again until the sitting begins.",
    closedNote: "Seats can no longer be booked.",
    attended: "You were there.",
    absent: "You are entered as absent.",
    result: (result: string) => `Result: ${result.toLowerCase()}.`,
  },
  admin: { change: "Change it", seats: "Seats and results", cancel: "Cancel the sitting" },
  cancelDialog: {
    title: "Cancel the sitting",
    note: "Everybody with a seat gets a letter. This cannot be taken back.",
    because: "Why",
    becauseHint: "Everybody may read it.",
    keep: "Keep it",
    confirm: "Cancel the sitting",
    working: "Cancelling",
  },
  mine: {
    title: "Your seats",
    none: "You have no seat and wait for none.",
    find: "Find an exam or a training",
  },
};

/** Announcing and changing a sitting. */
export const sittingForm = {
  newTitle: "Announce a sitting",
  editTitle: "Change the sitting",
  kind: "Kind",
  title: "Title",
  about: "About it",
  aboutHint: "For whom, about what, what to bring.",
  meets: "Meets the requirement",
  meetsHint: "An exam meets one of its scheme; a training may.",
  meetsNone: "None",
  zone: "Time zone",
  zoneHint: "By its name, such as Europe/Amsterdam. The times below are those of its clocks.",
  starts: "Begins",
  ends: "Ends",
  until: "Seats are booked until",
  untilHint: "Until it begins, when left empty.",
  port: "Port",
  portHint: "UN/LOCODE, such as NLRTM.",
  place: "Where exactly",
  link: "Address online",
  linkHint: "Shown to those with a seat.",
  seats: "Seats",
  seatsHint: "More seats go to those who wait.",
  agenda: "Agenda",
  minutes: "Minutes",
  outcomes: "Outcomes",
  afterwards: "Once the workshop has begun.",
  save: "Save",
  announce: "Announce",
  saving: "Saving",
  reread: "Read the newest version",
  rereadHint: "Somebody changed the sitting meanwhile. Reading it anew replaces what you typed.",
};

/** The seats of a sitting, for those who run it. */
export const seats = {
  title: "Seats and results",
  lead: "In the order in which they were asked for. Enter who was there; each gets a letter.",
  none: "Nobody has asked for a seat.",
  noneYet: "Seats are booked on the page of the sitting.",
  noneCame: "It began with no seat taken, so nothing is entered.",
  columns: { name: "Person", email: "E-mail", state: "Seat", asked: "Asked", enter: "Enter" },
  notBegun: "In the order in which they were asked for. Who was there is entered once it has begun.",
  attended: "Attended",
  absent: "Absent",
  passed: "Passed",
  failed: "Failed",
  enterName: (what: string, name: string) => `${what}: ${name}`,
  entered: (state: string, result: string | null) =>
    result === null ? state : `${state}, ${result.toLowerCase()}`,
};
