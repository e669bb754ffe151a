/** The form's state and the API's body. */
import type { Schemas } from "~/api/client";
import { oneOf } from "~/lib/search-params";
import { webAddress } from "~/lib/web-address";
import { wordsOf } from "~/words/words";

export interface ApplicationForm {
  name: string;
  kind: string;
  country: string;
  website: string;
  about: string;
  officer_name: string;
  officer_email: string;
}

export const emptyApplication: ApplicationForm = {
  name: "",
  kind: "",
  country: "",
  website: "",
  about: "",
  officer_name: "",
  officer_email: "",
};

export function toCreate(form: ApplicationForm): Schemas["ApplicationCreate"] {
  const website = webAddress(form.website);
  return {
    name: form.name.trim(),
    kind: oneOf(wordsOf("OrganisationKind"), form.kind) ?? "other",
    about: form.about.trim(),
    officer_name: form.officer_name.trim(),
    officer_email: form.officer_email.trim(),
    ...(form.country === "" ? {} : { country: form.country }),
    ...(website === null ? {} : { website }),
  };
}
