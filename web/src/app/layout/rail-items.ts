import { paths } from "~/app/paths";
import type { Schemas } from "~/api/client";
import { words } from "~/words/words";

export interface RailItem {
  label: string;
  to: string;
}

const item = {
  desk: { label: words.frame.rail.desk, to: paths.desk() },
  incidents: { label: words.frame.rail.incidents, to: paths.incidents() },
  advisories: { label: words.frame.rail.advisories, to: paths.advisories() },
  statistics: { label: words.frame.rail.statistics, to: paths.statistics() },
  figures: { label: words.frame.rail.figures, to: paths.figures() },
  words: { label: words.frame.rail.words, to: paths.words() },
  audit: { label: words.frame.rail.audit, to: paths.audit() },
} satisfies Record<string, RailItem>;

/** At most eight nouns for a role; on a phone the first five. */
export const railItems = {
  member: [item.incidents, item.statistics, item.advisories, item.figures, item.words],
  analyst: [item.desk, item.incidents, item.advisories, item.statistics, item.figures, item.words],
  duty_officer: [item.incidents, item.advisories, item.statistics, item.figures, item.words],
  scheme_administrator: [item.incidents, item.advisories, item.statistics, item.figures, item.words],
  qa_reviewer: [item.incidents, item.advisories, item.statistics, item.figures, item.words],
  library_editor: [item.incidents, item.advisories, item.statistics, item.figures, item.words],
  admin: [item.audit, item.advisories, item.statistics, item.figures, item.words],
} satisfies Record<Schemas["Role"], RailItem[]>;

export const publicItems: RailItem[] = [
  item.figures,
  item.advisories,
  { label: words.frame.about, to: paths.about() },
];
