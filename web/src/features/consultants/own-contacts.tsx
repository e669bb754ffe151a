import type { UseFormReturn } from "react-hook-form";
import { TextField } from "~/ui/field";
import { label, words, wordsOf } from "~/words/words";
import type { ContactKind, OwnForm } from "./own-form";

const text = words.ownEntry;

const types = { email: "email", phone: "tel", website: "url" } satisfies Record<ContactKind, string>;

/** Ways to reach somebody, each shown or not by its own switch. */
export function OwnContacts({ form, fault }: { form: UseFormReturn<OwnForm>; fault: string | undefined }) {
  return (
    <section className="form-part line">
      <h2>{text.contacts}</h2>
      <p className="soft">{text.contactsNote}</p>
      {fault !== undefined && <p className="fault">{fault}</p>}
      {wordsOf("ContactKind").map((kind) => {
        const name = label("ContactKind", kind);
        return (
          <div key={kind} className="contact-row">
            <TextField
              label={name}
              type={types[kind]}
              optional
              maxLength={254}
              {...form.register(`contacts.${kind}.value`)}
            />
            <label className="choice">
              <input type="checkbox" {...form.register(`contacts.${kind}.public`)} />
              <span>{text.public(name)}</span>
            </label>
          </div>
        );
      })}
    </section>
  );
}
