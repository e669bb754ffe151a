import { format } from "./format";

/** Firms whose people assess ships. */
export const suppliers = {
  title: "Accredited firms",
  note: "firms with an accreditation, by name",
  text: "Name",
  columns: {
    name: "Firm",
    place: "Seat",
    domains: "Fields of work",
    languages: "Languages",
    country: "Country",
  },
  shown: (n: number, more: boolean, at: number) =>
    `${format.count(n, "firm", "firms")} on this page${more ? ", more on the next" : ""} · as of ${format.stamp(at)}`,
  none: "No firm fits",
  noneFit: "No accredited firm fits all of this. Clear a filter.",
  noneYet: "No firm is accredited yet.",
  missing: {
    title: "There is no such firm",
    text: "It may have been taken out, or was never in the register.",
    back: "Accredited firms",
  },
  about: "What it says of itself",
  nothingSaid: "It has written nothing of itself.",
  seat: "Seat",
  email: "E-mail",
  website: "Website",
  people: {
    title: "Who works there",
    none: "Nobody is confirmed to work there.",
    search: "Find those with a valid certificate",
    name: "Person",
    from: "From",
    to: "To",
    state: "Confirmed",
    lasts: "to this day",
    waits: "waits for confirmation",
    confirm: "Confirm",
    confirmName: (name: string) => `Confirm ${name}`,
  },
};
