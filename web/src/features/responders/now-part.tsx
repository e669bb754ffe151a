import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { languageCodes } from "~/lib/languages";
import { oneOf } from "~/lib/search-params";
import { ContactLink } from "~/ui/contact-link";
import { SelectField } from "~/ui/field";
import { FilterBar, type Filter } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { StateMark } from "~/ui/state-mark";
import { EmptyState } from "~/ui/states";
import { label, options, words, wordsOf } from "~/words/words";
import { respondersQuery } from "./queries";
import type { RotaSearch } from "./search";

const route = getRouteApi("/rota");
const text = words.rota.now;

const languages = languageCodes
  .map((code) => ({ value: code, label: words.format.language(code) }))
  .sort((a, b) => a.label.localeCompare(b.label, words.format.locale));

function filtersOf({ domain, language }: RotaSearch, set: (change: RotaSearch) => void): Filter[] {
  return [
    {
      kind: "one",
      id: "domain",
      label: text.domain,
      always: true,
      usual: "",
      options: [{ value: "", label: words.ui.filters.any }, ...options("WorkDomain")],
      value: domain ?? "",
      onChange: (value) => set({ domain: oneOf(wordsOf("WorkDomain"), value) }),
    },
    {
      kind: "own",
      id: "language",
      label: text.language,
      always: true,
      summary: language === undefined ? undefined : words.format.language(language),
      editor: (done) => (
        <span className="panel-form">
          <SelectField
            label={text.language}
            optional
            none={words.ui.filters.any}
            options={languages}
            value={language ?? ""}
            onChange={(event) => {
              set({ language: oneOf(languageCodes, event.target.value) });
              done();
            }}
          />
        </span>
      ),
    },
  ];
}

/** Who can be called at this moment, the best match first. */
export function NowPart() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const responders = useQuery(respondersQuery(search));
  const set = (change: RotaSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <section aria-label={text.title}>
      <h2>{text.title}</h2>
      <FilterBar filters={filtersOf(search, set)} />
      <Loaded asked={responders}>
        {({ items, at }) =>
          items.length === 0 ? (
            <EmptyState title={text.none}>
              {text.noneNext} {text.noneAsOf(at)}
            </EmptyState>
          ) : (
            <>
              <ul className="held">
                {items.map((one) => (
                  <One key={one.consultant_id} responder={one} search={search} />
                ))}
              </ul>
              <p className="small soft after">{text.asOf(at)}</p>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function One({
  responder,
  search: { domain, language },
}: {
  responder: Schemas["Responder"];
  search: RotaSearch;
}) {
  const { contacts } = responder;
  return (
    <li className="stated seat">
      <div>
        <p>
          <Link className="strong" to={paths.consultant(responder.consultant_id)}>
            {responder.name}
          </Link>{" "}
          <span className="soft">
            {words.format.list(responder.languages.map((code) => words.format.language(code)))}
          </span>
        </p>
        <p className="row">
          {contacts.length === 0 && <span className="soft">{text.noContacts}</span>}
          {contacts.map(({ kind, value }) => (
            <span key={`${kind} ${value}`}>
              <span className="small soft">{label("ContactKind", kind)}</span>{" "}
              <bdi>
                <ContactLink kind={kind} value={value} />
              </bdi>
            </span>
          ))}
        </p>
        {domain !== undefined && !responder.domain_fits && (
          <p>
            <StateMark tone="absent" label={text.noDomain(label("WorkDomain", domain))} />
          </p>
        )}
        {language !== undefined && !responder.language_fits && (
          <p>
            <StateMark tone="absent" label={text.noLanguage(words.format.language(language))} />
          </p>
        )}
      </div>
      <span className="soft">{text.until(responder.until)}</span>
    </li>
  );
}
