/** The curriculum as it is typed and as it is sent. */
import type { Schemas } from "~/api/client";
import { oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

type Entry = Schemas["CurriculumEntry"];

export interface EntryForm {
  /** Keeps a row the same while others come and go. */
  key: string;
  /** Begun here and not read from the server: it stands open. */
  fresh: boolean;
  kind: string;
  title: string;
  organisation: string;
  from_on: string;
  to_on: string;
  about: string;
}

export function newEntry(): EntryForm {
  return {
    key: crypto.randomUUID(),
    fresh: true,
    kind: "employment",
    title: "",
    organisation: "",
    from_on: "",
    to_on: "",
    about: "",
  };
}

export function formOf(entries: readonly Entry[]): EntryForm[] {
  return entries.map((entry, at) => ({
    key: String(at),
    fresh: false,
    kind: entry.kind,
    title: entry.title,
    organisation: entry.organisation,
    from_on: entry.from_on,
    to_on: entry.to_on ?? "",
    about: entry.about ?? "",
  }));
}

/** The least that the API takes. */
export function isComplete(row: EntryForm): boolean {
  return row.title.trim().length >= 2 && row.organisation.trim().length >= 2 && row.from_on !== "";
}

export function isEmpty(row: EntryForm): boolean {
  return [row.title, row.organisation, row.from_on, row.to_on, row.about].every((part) => part.trim() === "");
}

export function entriesOf(form: readonly EntryForm[]): Entry[] {
  return form.filter(isComplete).map((row) => {
    const about = row.about.trim();
    return {
      kind: oneOf(wordsOf("CurriculumKind"), row.kind) ?? "employment",
      title: row.title.trim(),
      organisation: row.organisation.trim(),
      from_on: row.from_on,
      to_on: row.to_on === "" ? null : row.to_on,
      about: about.length < 2 ? null : about,
    };
  });
}
