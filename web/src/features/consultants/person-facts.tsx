import type { Schemas } from "~/api/client";
import { useCountryName } from "~/api/countries";
import { today } from "~/lib/day-count";
import { ContactLink } from "~/ui/contact-link";
import { label, words, type VocabularyName } from "~/words/words";
import { freeText } from "./free-text";

type Consultant = Schemas["Consultant"];

const text = words.consultant;

function said(vocabulary: VocabularyName, chosen: readonly string[]): string {
  return chosen.length === 0 ? text.any : words.format.list(chosen.map((word) => label(vocabulary, word)));
}

/** What somebody works on, where, in which languages, from when; and the contacts they made public. */
export function PersonFacts({ person }: { person: Consultant }) {
  const countryName = useCountryName();
  const { base, country } = person;
  return (
    <dl className="kv">
      <dt>{text.free}</dt>
      <dd>{freeText(person.available_from, today())}</dd>
      <dt>{text.base}</dt>
      <dd>
        {base?.name ?? text.any}
        {country !== null && country !== undefined && `, ${countryName(country)}`}
      </dd>
      <dt>{text.modes}</dt>
      <dd>{said("WorkMode", person.modes)}</dd>
      <dt>{text.languages}</dt>
      <dd>{words.format.list(person.languages.map((code) => words.format.language(code)))}</dd>
      <dt>{text.domains}</dt>
      <dd>{said("WorkDomain", person.domains)}</dd>
      <dt>{text.ships}</dt>
      <dd>{said("VesselType", person.vessel_types)}</dd>
      <dt>{text.regions}</dt>
      <dd>{said("SeaRegion", person.regions)}</dd>
      {person.contacts
        .filter((contact) => contact.public)
        .map((contact) => (
          <div key={contact.kind} className="kv-pair">
            <dt>{label("ContactKind", contact.kind)}</dt>
            <dd>
              <bdi>
                <ContactLink kind={contact.kind} value={contact.value} />
              </bdi>
            </dd>
          </div>
        ))}
    </dl>
  );
}
