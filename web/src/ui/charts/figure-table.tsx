import { shown, type FigureCell, type FigureView, type Sum } from "~/lib/figures";
import { classNames } from "~/ui/class-names";
import { useUiWords, type UiWords } from "~/ui/ui-words";
import type { NamedPeriod } from "./small-multiples";

function CellText({ cell, words }: { cell: FigureCell; words: UiWords }) {
  const value = shown(cell);
  if (value !== null) return words.figures.number(value);
  return (
    <span className="soft">
      <span aria-hidden="true">{words.figures.hiddenMark}</span>
      <span className="vh">{words.figures.hidden}</span>
    </span>
  );
}

function SumText({ sum, words }: { sum: Sum; words: UiWords }) {
  const value = words.figures.number(sum.value);
  if (!sum.atLeast) return value;
  return (
    <>
      <span aria-hidden="true">{words.figures.atLeast(value)}</span>
      <span className="vh">{words.figures.atLeastSpoken(value)}</span>
    </>
  );
}

/** The same numbers as the drawing, as a table: hidden cells, partial periods and lower bounds are marked. */
export function FigureTable({
  name,
  dimension,
  figure,
  periods,
  labelOf,
  accent,
}: {
  name: string;
  dimension: string;
  figure: FigureView;
  periods: readonly NamedPeriod[];
  labelOf: (word: string) => string;
  accent: string | undefined;
}) {
  const words = useUiWords();
  return (
    <div className="scroll-x" role="region" aria-label={words.table.scrolls(name)} tabIndex={0}>
      <table className="tab dense twin" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{dimension}</th>
            {periods.map((period) => (
              <th key={period.id} scope="col" className={classNames("num", period.partial && "part")}>
                {period.label}
                {period.partial && <span className="vh"> {words.figures.partial}</span>}
              </th>
            ))}
            <th scope="col" className="num">
              {words.figures.all}
            </th>
          </tr>
        </thead>
        <tbody>
          {figure.rows.map((row) => (
            <tr key={row.word}>
              <th scope="row" className={row.word === accent ? "acc" : undefined}>
                {labelOf(row.word)}
              </th>
              {periods.map((period, at) => (
                <td key={period.id} className={classNames("num", period.partial && "part")}>
                  <CellText cell={row.cells[at] ?? { hidden: "small" }} words={words} />
                </td>
              ))}
              <td className="num strong nowrap">
                <SumText sum={row.total} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.figures.total}</th>
            {periods.map((period, at) => (
              <td key={period.id} className={classNames("num", period.partial && "part")}>
                <CellText cell={figure.totals[at] ?? { hidden: "small" }} words={words} />
              </td>
            ))}
            <td className="num nowrap">
              <SumText sum={figure.total} words={words} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
