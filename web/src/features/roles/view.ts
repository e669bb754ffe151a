/** The table read for one role: what it may, in sentences, and what not. */
import type { Schemas } from "~/api/client";
import { label, words } from "~/words/words";
import { staff, staffColumns, verbs, within, withinColumns, type Mark, type Verb } from "./matrix";

export type Group = "within" | "staff";

/** A column of one of the tables. Two of them have a duty officer: the group is part of the id. */
export interface View {
  id: string;
  group: Group;
  name: string;
  /** As the API says it. */
  person: Schemas["ViewCreate"];
  mark: (verb: Verb) => Mark;
}

export const views: readonly View[] = [
  ...withinColumns.map((role) => ({
    id: `within-${role}`,
    group: "within" as const,
    name: label("OrganisationRole", role),
    person: { role: "member" as const, within: role },
    mark: (verb: Verb) => within(verb, role),
  })),
  ...staffColumns.map((role) => ({
    id: `staff-${role}`,
    group: "staff" as const,
    name: label("Role", role),
    person: { role },
    mark: (verb: Verb) => staff(verb, role),
  })),
];

export function viewsOf(group: Group): View[] {
  return views.filter((view) => view.group === group);
}

function sentence(verb: Verb, group: Group, mark: Exclude<Mark, "no">): string {
  const { name, may } = words.roles.verbs[verb];
  return (mark === "known" ? may.known : may[group]) ?? name;
}

export interface Told {
  may: { verb: Verb; text: string; mark: Mark }[];
  mayNot: { verb: Verb; text: string }[];
}

export function told({ group, mark: markOf }: View): Told {
  const result: Told = { may: [], mayNot: [] };
  for (const verb of verbs) {
    const mark = markOf(verb);
    if (mark === "no") result.mayNot.push({ verb, text: words.roles.verbs[verb].name });
    else result.may.push({ verb, mark, text: sentence(verb, group, mark) });
  }
  return result;
}
