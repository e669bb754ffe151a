/** The form's state and the API's body. Everything in a form is text or a list of words. */
import type { Schemas } from "~/api/client";
import { manyOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export type ContactKind = Schemas["ContactKind"];

interface ContactForm {
  value: string;
  public: boolean;
}

export interface OwnForm {
  name: string;
  headline: string;
  about: string;
  base: string;
  languages: string[];
  domains: string[];
  vessel_types: string[];
  regions: string[];
  modes: string[];
  available_from: string;
  hidden: boolean;
  contacts: Record<ContactKind, ContactForm>;
}

export const ownFields = [
  "name",
  "headline",
  "about",
  "base",
  "languages",
  "domains",
  "vessel_types",
  "regions",
  "modes",
  "available_from",
  "contacts",
];

function contactOf(entry: Schemas["Consultant"] | null, kind: ContactKind): ContactForm {
  const known = entry?.contacts.find((contact) => contact.kind === kind);
  return { value: known?.value ?? "", public: known?.public ?? false };
}

export function formOf(entry: Schemas["Consultant"] | null, name: string): OwnForm {
  return {
    name: entry?.name ?? name,
    headline: entry?.headline ?? "",
    about: entry?.about ?? "",
    base: entry?.base?.unlocode ?? "",
    languages: entry?.languages ?? [],
    domains: entry?.domains ?? [],
    vessel_types: entry?.vessel_types ?? [],
    regions: entry?.regions ?? [],
    modes: entry?.modes ?? [],
    available_from: entry?.available_from ?? "",
    hidden: entry?.hidden ?? false,
    contacts: {
      email: contactOf(entry, "email"),
      phone: contactOf(entry, "phone"),
      website: contactOf(entry, "website"),
    },
  };
}

function given(typed: string): string | null {
  const text = typed.trim();
  return text === "" ? null : text;
}

export function profileOf(form: OwnForm): Schemas["ConsultantProfile"] {
  return {
    name: form.name.trim(),
    headline: given(form.headline),
    about: given(form.about),
    base: form.base,
    languages: form.languages,
    domains: manyOf(wordsOf("WorkDomain"), form.domains) ?? [],
    vessel_types: manyOf(wordsOf("VesselType"), form.vessel_types) ?? [],
    regions: manyOf(wordsOf("SeaRegion"), form.regions) ?? [],
    modes: manyOf(wordsOf("WorkMode"), form.modes) ?? [],
    available_from: given(form.available_from),
    hidden: form.hidden,
    contacts: wordsOf("ContactKind").flatMap((kind) => {
      const value = given(form.contacts[kind].value);
      return value === null ? [] : [{ kind, value, public: form.contacts[kind].public }];
    }),
  };
}
