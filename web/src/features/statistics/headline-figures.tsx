import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { lastWhole, sum, type FigureView } from "~/lib/figures";
import { words } from "~/words/words";
import { oneYear, tableOf, wordLabel } from "./tables";

const supported = new Set([
  "anonymous_corroborated",
  "confidential",
  "identified",
  "evidence_confirmed",
  "officially_confirmed",
]);

interface Headline {
  number: string;
  text: string;
  n: number;
}

function share(part: number, whole: number): string {
  return words.format.percent(whole === 0 ? 0 : part / whole);
}

function headlines(kinds: FigureView, levels: FigureView | null, year: string): Headline[] {
  const n = kinds.total.value;
  const first = kinds.rows[0];
  const text = words.front.figures;
  const found: Headline[] = [{ number: words.format.number(n), text: text.reported(year), n }];
  if (first !== undefined && n > 0) {
    found.push({
      number: share(first.total.value, n),
      text: text.leading(wordLabel("kind", first.word)),
      n,
    });
  }
  if (levels !== null && levels.total.value > 0) {
    const reached = sum(levels.rows.filter((row) => supported.has(row.word)).flatMap((row) => row.cells));
    found.push({
      number: share(reached.value, levels.total.value),
      text: text.supported,
      n: levels.total.value,
    });
  }
  return found;
}

/** Three figures of the last whole year, each with its n, its date and its definition. */
export function HeadlineFigures({ release }: { release: Schemas["Release"] }) {
  const kinds = tableOf(release, "kind", "year", "reported");
  const levels = tableOf(release, "verification", "year", "reported");
  const year = kinds?.periods[lastWhole(kinds)]?.id;
  if (kinds === undefined || year === undefined) return <p className="soft">{words.front.figures.none}</p>;
  const shown = headlines(oneYear(kinds, year), levels === undefined ? null : oneYear(levels, year), year);
  return shown.map((headline) => (
    <div className="fig" key={headline.text}>
      <b>{headline.number}</b>
      <p>{headline.text}</p>
      <p className="def">
        {words.front.figures.basis(words.format.number(headline.n), words.format.day(kinds.as_of))}{" "}
        <Link to={paths.aboutFigures()}>{words.front.figures.definition}</Link>
      </p>
    </div>
  ));
}
