import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { comesFirst, lacking, requirementsFor } from "~/lib/requirements";
import { SelectField } from "~/ui/field";
import { words } from "~/words/words";

type Scheme = Schemas["CertificationScheme"];
type Requirement = Scheme["version"]["content"]["requirements"][number];

const text = words.schemes.ready;

function named(list: readonly { code: string; label: string }[]) {
  return list.map(({ code, label }) => ({ value: code, label }));
}

/** Ticks what one has and sees what is missing, before anybody registers; nothing leaves the page. */
export function ReadyPart({ schemes }: { schemes: readonly Scheme[] }) {
  const [chosen, setChosen] = useState({ scheme: "", discipline: "", level: "" });
  const [given, setGiven] = useState<Record<string, number>>({});
  const scheme = schemes.find(({ code }) => code === chosen.scheme) ?? schemes[0];
  if (scheme === undefined) return null;
  const { disciplines, levels, requirements } = scheme.version.content;
  const sorted = [...levels].sort((a, b) => a.rank - b.rank);
  const discipline = disciplines.find(({ code }) => code === chosen.discipline) ?? disciplines[0];
  const level = sorted.find(({ code }) => code === chosen.level) ?? sorted[0];
  if (discipline === undefined || level === undefined) return null;
  const asked = requirementsFor(requirements, discipline.code, level.code);
  const first = asked.filter(comesFirst);
  const choose = (part: Partial<typeof chosen>) => setChosen((before) => ({ ...before, ...part }));
  return (
    <section className="scheme-part" aria-labelledby="ready-title">
      <div className="ph">
        <h2 id="ready-title">{text.title}</h2>
        <span className="soft">{text.note}</span>
      </div>
      <div className="form-row ready-choice">
        <SelectField
          label={text.scheme}
          options={schemes.map(({ code, kind }) => ({
            value: code,
            label: kind === "person" ? words.schemes.about.people : words.schemes.about.firms,
          }))}
          value={scheme.code}
          onChange={({ target }) => setChosen({ scheme: target.value, discipline: "", level: "" })}
        />
        <SelectField
          label={text.discipline}
          options={named(disciplines)}
          value={discipline.code}
          onChange={({ target }) => choose({ discipline: target.value })}
        />
        <SelectField
          label={text.level}
          options={named(sorted)}
          value={level.code}
          onChange={({ target }) => choose({ level: target.value })}
        />
      </div>
      <div className="ready">
        <fieldset className="ready-list">
          <legend className="strong">{text.have}</legend>
          {first.map((requirement) => (
            <Have
              key={requirement.code}
              requirement={requirement}
              given={given[requirement.code] ?? 0}
              onGive={(n) => setGiven((before) => ({ ...before, [requirement.code]: n }))}
            />
          ))}
        </fieldset>
        <Missing first={first} later={asked.filter((one) => !comesFirst(one))} given={given}>
          <Link
            className="btn go"
            to={paths.certification()}
            search={{ scheme: scheme.code, discipline: discipline.code, level: level.code }}
          >
            {text.apply}
          </Link>
        </Missing>
      </div>
    </section>
  );
}

function Have({
  requirement: { label, count },
  given,
  onGive,
}: {
  requirement: Requirement;
  given: number;
  onGive: (n: number) => void;
}) {
  if (count === 1) {
    return (
      <label className="choice">
        <input
          type="checkbox"
          checked={given > 0}
          onChange={({ target }) => onGive(target.checked ? 1 : 0)}
        />
        <span>{label}</span>
      </label>
    );
  }
  return (
    <label className="choice">
      <input
        className="field ready-count"
        type="number"
        min={0}
        max={count}
        aria-label={text.howMany(label)}
        value={given}
        onChange={({ target }) => onGive(Math.max(0, Math.min(count, Math.round(Number(target.value)) || 0)))}
      />
      <span>
        {text.of(count)} · {label}
      </span>
    </label>
  );
}

function Missing({
  first,
  later,
  given,
  children,
}: {
  first: readonly Requirement[];
  later: readonly Requirement[];
  given: Readonly<Record<string, number>>;
  children: ReactNode;
}) {
  const left = lacking(first, given);
  return (
    <div className="asked-for" aria-live="polite">
      {left.length === 0 ? (
        <p className="strong">{text.nothing}</p>
      ) : (
        <>
          <h3>{text.missing}</h3>
          <ul className="notes">
            {left.map(({ requirement: { code, label }, left: n }) => (
              <li key={code}>{text.left(n, label)}</li>
            ))}
          </ul>
        </>
      )}
      {later.length > 0 && (
        <>
          <h3>{text.later}</h3>
          <p className="small soft">{text.laterNote}</p>
          <ul className="notes small">
            {later.map(({ code, label }) => (
              <li key={code}>{label}</li>
            ))}
          </ul>
        </>
      )}
      <p>{children}</p>
    </div>
  );
}
