import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import type { Schemas } from "~/api/client";
import { useCountryName } from "~/api/countries";
import { useSchemeWords } from "~/api/register";
import { paths } from "~/app/paths";
import { classNames } from "~/ui/class-names";
import { StateMark } from "~/ui/state-mark";
import { useKeys } from "~/ui/use-keys";
import { words } from "~/words/words";
import { endsSoon } from "./availability";
import { freeText } from "./free-text";

type Entry = Schemas["ConsultantEntry"];

const text = words.consultants;

/** How one is called; where the family name comes first, that is what one reads first as well. */
export function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}

/** Who was found, numbered as on the map. j and k walk over them. */
export function ConsultantList({
  entries,
  today,
  selected,
  onSelect,
}: {
  entries: readonly Entry[];
  today: string;
  selected: number;
  onSelect: (at: number) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  const step = (by: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>("h2 a") ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[at < 0 ? selected : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <ol className="res" ref={list} aria-label={text.list}>
      {entries.map((entry, at) => (
        <li
          key={entry.id}
          className={classNames(at === selected && "on")}
          onFocus={() => onSelect(at)}
          onPointerEnter={() => onSelect(at)}
        >
          <span className="no" aria-hidden="true">
            {at + 1}
          </span>
          <Who entry={entry} today={today} />
          <Where entry={entry} />
          <div className="b free">
            <p>
              <span className="vh">{text.free.label}</span> {freeText(entry.available_from, today)}
            </p>
            <p className="small">
              <Link to={paths.consultant(entry.id)} search={{ write: "yes" }}>
                {text.write(firstName(entry.name))}
              </Link>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Who({ entry, today }: { entry: Entry; today: string }) {
  const scheme = useSchemeWords();
  const ends = endsSoon(
    entry.certificates.map(({ valid_to }) => valid_to),
    today,
  );
  const firms = entry.suppliers.map(({ name }) => name);
  return (
    <div>
      <h2>
        <Link to={paths.consultant(entry.id)}>{entry.name}</Link>{" "}
        <span className="firm">{firms.length === 0 ? text.independent : words.format.list(firms)}</span>
      </h2>
      {entry.certificates.map(({ number, discipline, level }) => (
        <p key={number}>
          {text.held(scheme.discipline(discipline))} <b>{scheme.level(level).toLowerCase()}</b>
        </p>
      ))}
      {ends !== null && (
        <p>
          <StateMark tone="soon" label={text.endsIn(ends)} />
        </p>
      )}
      <p className="soft small tongues">
        {entry.languages.map((code) => words.format.language(code)).join(", ")}
      </p>
    </div>
  );
}

/** The distance if one was asked for, else the country; and the port below. */
function Where({ entry }: { entry: Entry }) {
  const countryName = useCountryName();
  const { distance } = entry;
  const measured = distance !== null && distance !== undefined;
  return (
    <div className="b">
      <p className={classNames(measured && "dist")}>{measured ? text.nautical(distance) : entry.base.name}</p>
      <p className="soft small">{measured ? entry.base.name : countryName(entry.country)}</p>
    </div>
  );
}
