import { useQuery } from "@tanstack/react-query";
import { countriesQuery } from "~/api/countries";
import { usePort } from "~/api/ports";
import { supplierNamesQuery, useSchemeWords } from "~/api/register";
import { manyOf, oneOf } from "~/lib/search-params";
import type { Filter } from "~/ui/filter-bar";
import { options, words, wordsOf, type VocabularyName, type WordOf } from "~/words/words";
import { FreeEditor } from "./free-editor";
import { LanguagePick } from "./language-pick";
import { NearEditor } from "./near-editor";
import { usualDistance, type ConsultantsSearch } from "./search";

const text = words.consultants.filters;
const any = { value: "", label: words.ui.filters.any };

function many<V extends VocabularyName>(
  id: string,
  label: string,
  vocabulary: V,
  value: readonly WordOf<V>[] | undefined,
  onChange: (value: WordOf<V>[] | undefined) => void,
  always = false,
): Filter {
  return {
    kind: "many",
    id,
    label,
    always,
    options: options(vocabulary),
    value,
    onChange: (chosen) => onChange(manyOf(wordsOf(vocabulary), chosen)),
  };
}

function one(
  id: string,
  label: string,
  choices: readonly { value: string; label: string }[],
  value: string | undefined,
  onChange: (value: string | undefined) => void,
): Filter {
  return {
    kind: "one",
    id,
    label,
    usual: "",
    options: [any, ...choices],
    value: value ?? "",
    onChange: (chosen) => onChange(chosen === "" ? undefined : chosen),
  };
}

function languages(value: string[] | undefined, set: (value: string[] | undefined) => void): Filter {
  const chosen = value ?? [];
  return {
    kind: "own",
    id: "language",
    label: text.language,
    always: true,
    summary:
      chosen.length === 0 ? undefined : words.format.list(chosen.map((code) => words.format.language(code))),
    editor: () => (
      <span className="panel-form">
        <LanguagePick
          label={text.language}
          value={chosen}
          onChange={(next) => set(next.length === 0 ? undefined : next)}
        />
      </span>
    ),
  };
}

/** Everything one can search by; all of it lives in the address. */
export function useConsultantFilters(
  search: ConsultantsSearch,
  set: (change: ConsultantsSearch) => void,
  today: string,
): Filter[] {
  const port = usePort(search.near);
  const scheme = useSchemeWords();
  const countries = useQuery(countriesQuery).data ?? [];
  const firms = useQuery(supplierNamesQuery).data ?? [];
  const within = search.within ?? usualDistance;
  const highest = scheme.levels.at(-1)?.code;
  return [
    many("domain", text.domain, "WorkDomain", search.domain, (domain) => set({ domain }), true),
    {
      kind: "own",
      id: "near",
      label: text.near,
      always: true,
      summary:
        search.near === undefined
          ? undefined
          : text.nearSummary(port?.name ?? search.near, search.near, within),
      editor: (done) => (
        <NearEditor
          near={search.near}
          within={search.within}
          onChange={(near, far) => set({ near, within: far === usualDistance ? undefined : far })}
          onDone={done}
        />
      ),
    },
    many(
      "vessel_type",
      text.ship,
      "VesselType",
      search.vessel_type,
      (vessel_type) => set({ vessel_type }),
      true,
    ),
    languages(search.language, (language) => set({ language })),
    {
      kind: "own",
      id: "available_on",
      label: text.free,
      always: true,
      summary: search.available_on === undefined ? undefined : text.freeOn(search.available_on),
      editor: (done) => (
        <FreeEditor
          value={search.available_on}
          today={today}
          onChange={(available_on) => set({ available_on })}
          onDone={done}
        />
      ),
    },
    {
      kind: "many",
      id: "discipline",
      label: text.discipline,
      options: scheme.disciplines.map(({ code, label }) => ({ value: code, label })),
      value: search.discipline,
      onChange: (discipline) => set({ discipline }),
    },
    one(
      "level",
      text.level,
      scheme.levels.map(({ code, label }) => ({
        value: code,
        label: text.levelOrHigher(label, code === highest),
      })),
      search.level,
      (level) => set({ level }),
    ),
    one("mode", text.mode, options("WorkMode"), search.mode, (mode) =>
      set({ mode: oneOf(wordsOf("WorkMode"), mode) }),
    ),
    many("region", text.region, "SeaRegion", search.region, (region) => set({ region })),
    one(
      "country",
      text.country,
      countries.map(({ code, name }) => ({ value: code, label: name })),
      search.country,
      (country) => set({ country }),
    ),
    one(
      "supplier",
      text.supplier,
      firms.map(({ id, name }) => ({ value: id, label: name })),
      search.supplier,
      (supplier) => set({ supplier }),
    ),
    { kind: "text", id: "q", label: text.text, value: search.q, onChange: (q) => set({ q }) },
  ];
}
