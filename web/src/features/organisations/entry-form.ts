/** The form's state and the API's body, both ways. */
import type { Schemas } from "~/api/client";
import { changed } from "~/lib/changed";
import { manyOf, oneOf } from "~/lib/search-params";
import { webAddress } from "~/lib/web-address";
import { wordsOf } from "~/words/words";

type Organisation = Schemas["Organisation"];
type Update = Schemas["OrganisationUpdate"];

export interface EntryForm {
  visibility: string;
  website: string;
  about: string;
  partner_as: string[];
}

export function fromEntry({ visibility, website, about, partner_as }: Organisation): EntryForm {
  return { visibility, website: website ?? "", about: about ?? "", partner_as };
}

/** What differs; what was emptied is null. */
export function toUpdate(before: Organisation, form: EntryForm): Partial<Update> {
  const about = form.about.trim();
  const after: Update = {
    visibility: oneOf(wordsOf("Visibility"), form.visibility) ?? before.visibility,
    website: webAddress(form.website),
    about: about === "" ? null : about,
    partner_as: manyOf(wordsOf("Partnership"), form.partner_as) ?? [],
  };
  const { visibility, website = null, about: said = null, partner_as } = before;
  return changed<Update>({ visibility, website, about: said, partner_as }, after);
}
