/** Words inside the seal were written by a colleague's browser and are taken as far as we know them. */
import type { Schemas } from "~/api/client";
import type { DeskNote } from "~/lib/sealed/desk-note";
import { oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export type Severity = Schemas["Severity"];

export function severityOf(note: Pick<DeskNote, "severity">): Severity {
  return oneOf(wordsOf("Severity"), note.severity) ?? "unknown";
}

export function verificationOf(note: Pick<DeskNote, "verification">): Schemas["VerificationLevel"] {
  return oneOf(wordsOf("VerificationLevel"), note.verification) ?? "anonymous_unverified";
}

export function tlpOf(note: Pick<DeskNote, "tlp">): Schemas["Tlp"] {
  return oneOf(wordsOf("Tlp"), note.tlp) ?? "red";
}

/** Ticks reached on the scale of six. */
export function ticksOf(level: Schemas["VerificationLevel"]): number {
  return wordsOf("VerificationLevel").indexOf(level) + 1;
}

/** A short name to speak of a sealed report by. It is cut from its random id and says nothing about it. */
export function shortName(id: string): string {
  return `R-${id.slice(0, 6).toUpperCase()}`;
}
