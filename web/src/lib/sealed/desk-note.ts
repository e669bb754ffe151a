/** The desk's own note beside an envelope: the only place that joins a report with what became of it. */
import { present } from "./answers";
import { field, itemsOf, numberAt, textAt, wordOf } from "./reading";
import { readJson } from "./seal";
import { DESK_STAGE, type DeskStage } from "./vocabulary";

export interface NoteEntry {
  readonly at: string;
  readonly by: string;
  readonly what: string;
}

/** Severity, verification and marking keep the contract's words; the desk's form knows them. */
export interface DeskNote {
  readonly v: 1;
  readonly title: string;
  readonly severity: string;
  readonly verification: string;
  readonly tlp: string;
  readonly stage: DeskStage;
  readonly incident?: { readonly id: string; readonly reference: string };
  readonly duplicate_of?: string;
  readonly reason?: string;
  readonly log: readonly NoteEntry[];
  readonly text: string;
}

function readEntry(value: unknown): NoteEntry | null {
  const [at, by, what] = [textAt(value, "at"), textAt(value, "by"), textAt(value, "what")];
  return at === null || by === null || what === null ? null : { at, by, what };
}

function readIncident(value: unknown): { id: string; reference: string } | null {
  const [id, reference] = [textAt(value, "id"), textAt(value, "reference")];
  return id === null || reference === null ? null : { id, reference };
}

export function readNote(content: Uint8Array): DeskNote | null {
  const value = readJson(content);
  const stage = wordOf(DESK_STAGE, field(value, "stage"));
  if (numberAt(value, "v") !== 1 || stage === null) return null;
  return {
    v: 1,
    title: textAt(value, "title") ?? "",
    severity: textAt(value, "severity") ?? "unknown",
    verification: textAt(value, "verification") ?? "anonymous_unverified",
    tlp: textAt(value, "tlp") ?? "red",
    stage,
    ...present({
      incident: readIncident(field(value, "incident")),
      duplicate_of: textAt(value, "duplicate_of"),
      reason: textAt(value, "reason"),
    }),
    log: itemsOf(field(value, "log"))
      .map(readEntry)
      .filter((entry) => entry !== null),
    text: textAt(value, "text") ?? "",
  };
}
