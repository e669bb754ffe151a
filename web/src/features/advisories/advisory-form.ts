/** The form's state and the API's body, both ways. */
import type { Schemas } from "~/api/client";
import { changed } from "~/lib/changed";
import { manyOf, oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export interface AdvisoryForm {
  title: string;
  what_happened: string;
  lesson: string;
  severity: string;
  tlp: string;
  kind: string;
  sea_regions: string[];
  systems: string[];
}

export const emptyAdvisory: AdvisoryForm = {
  title: "",
  what_happened: "",
  lesson: "",
  severity: "moderate",
  tlp: "clear",
  kind: "other",
  sea_regions: [],
  systems: [],
};

export function fromAdvisory(advisory: Schemas["Advisory"]): AdvisoryForm {
  const { title, what_happened, lesson, severity, tlp, kind, sea_regions, systems } = advisory;
  return { title, what_happened, lesson, severity, tlp, kind, sea_regions, systems };
}

export function toCreate(form: AdvisoryForm): Schemas["AdvisoryCreate"] {
  return {
    title: form.title.trim(),
    what_happened: form.what_happened.trim(),
    lesson: form.lesson.trim(),
    severity: oneOf(wordsOf("Severity"), form.severity) ?? "unknown",
    tlp: oneOf(wordsOf("Tlp"), form.tlp) ?? "red",
    kind: oneOf(wordsOf("IncidentKind"), form.kind) ?? "other",
    sea_regions: manyOf(wordsOf("SeaRegion"), form.sea_regions) ?? [],
    systems: manyOf(wordsOf("System"), form.systems) ?? [],
  };
}

export function toUpdate(before: Schemas["Advisory"], form: AdvisoryForm): Schemas["AdvisoryUpdate"] {
  return changed<Schemas["AdvisoryUpdate"]>(fromWire(before), toCreate(form));
}

function fromWire(advisory: Schemas["Advisory"]): Schemas["AdvisoryUpdate"] {
  const { title, what_happened, lesson, severity, tlp, kind, sea_regions, systems } = advisory;
  return { title, what_happened, lesson, severity, tlp, kind, sea_regions, systems };
}
