import { otherEntries, paths } from "~/app/paths";
import type { Schemas } from "~/api/client";
import { isGuest, type Account } from "~/api/session";
import { words } from "~/words/words";

export interface RailItem {
  label: string;
  to: string;
}

/** A page of another build, which only a plain link opens. */
interface EntryItem {
  label: string;
  href: string;
}

const item = {
  desk: { label: words.frame.rail.desk, to: paths.desk() },
  incidents: { label: words.frame.rail.incidents, to: paths.incidents() },
  advisories: { label: words.frame.rail.advisories, to: paths.advisories() },
  statistics: { label: words.frame.rail.statistics, to: paths.statistics() },
  figures: { label: words.frame.rail.figures, to: paths.figures() },
  words: { label: words.frame.rail.words, to: paths.words() },
  audit: { label: words.frame.rail.audit, to: paths.audit() },
  directory: { label: words.frame.rail.directory, to: paths.directory() },
  organisation: { label: words.frame.rail.organisation, to: paths.organisation() },
  applications: { label: words.frame.rail.applications, to: paths.applications() },
  staff: { label: words.frame.rail.staff, to: paths.staff() },
  consultants: { label: words.frame.rail.consultants, to: paths.consultants() },
  sittings: { label: words.frame.rail.sittings, to: paths.sittings() },
  certification: { label: words.frame.rail.certification, to: paths.certification() },
  board: { label: words.frame.rail.board, to: paths.certificationBoard() },
  schemes: { label: words.frame.rail.schemes, to: paths.aboutConsultants() },
} satisfies Record<string, RailItem>;

const staff = [
  item.incidents,
  item.advisories,
  item.statistics,
  item.figures,
  item.directory,
  item.consultants,
  item.words,
];

/** At most eight nouns for a role; on a phone the first five. */
const railItems = {
  member: [
    item.incidents,
    item.statistics,
    item.advisories,
    item.organisation,
    item.figures,
    item.directory,
    item.consultants,
    item.certification,
  ],
  analyst: [
    item.desk,
    item.incidents,
    item.advisories,
    item.statistics,
    item.figures,
    item.directory,
    item.consultants,
    item.words,
  ],
  duty_officer: staff,
  scheme_administrator: [
    item.board,
    item.consultants,
    item.schemes,
    item.sittings,
    item.directory,
    item.advisories,
    item.statistics,
    item.incidents,
    item.figures,
  ],
  qa_reviewer: [item.board, ...staff],
  library_editor: staff,
  admin: [
    item.audit,
    item.applications,
    item.staff,
    item.directory,
    item.advisories,
    item.statistics,
    item.figures,
    item.words,
  ],
} satisfies Record<Schemas["Role"], RailItem[]>;

/** What is open to somebody whose membership is not confirmed. */
export const guestItems: readonly RailItem[] = [
  item.certification,
  item.figures,
  item.advisories,
  item.consultants,
  item.directory,
];

export function railOf(account: Account): readonly RailItem[] {
  return isGuest(account) ? guestItems : railItems[account.role];
}

export const publicItems: readonly RailItem[] = [
  item.figures,
  item.advisories,
  item.consultants,
  item.directory,
  { label: words.frame.about, to: paths.about() },
];

/** Stands after the register in the bar for everybody. */
export const verifyItem: EntryItem = { label: words.frame.verify, href: otherEntries.verify() };
