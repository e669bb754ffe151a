import { useId } from "react";
import { axis } from "~/lib/axis";
import { shown, type FigureRow } from "~/lib/figures";
import { classNames } from "~/ui/class-names";
import { useUiWords } from "~/ui/ui-words";
import { useWidth } from "~/ui/use-width";
import { Hatch } from "./hatch";

export interface NamedPeriod {
  id: string;
  label: string;
  partial: boolean;
}

export interface NamedRow extends FigureRow {
  label: string;
}

const plotHeight = 100;
const topSpace = 20;
const labelSpace = 18;
const columnGap = 24;
const labelHalf = 14;
const labelHeight = 15;

function columnsFor(width: number): number {
  return width >= 760 ? 4 : width >= 520 ? 3 : 2;
}

interface Frame {
  width: number;
  max: number;
  lines: readonly number[];
  axisLabels: boolean;
  periodLabels: boolean;
}

function Panel({
  row,
  periods,
  frame,
  accent,
}: {
  row: NamedRow;
  periods: readonly NamedPeriod[];
  frame: Frame;
  accent: boolean;
}) {
  const words = useUiWords();
  const hatch = useId();
  const { width, max, lines } = frame;
  const inner = width - 4;
  const pitch = inner / Math.max(periods.length, 1);
  const bar = Math.min(Math.max(pitch * 0.74, 1.5), 44);
  const left = (at: number) => 2 + at * pitch + (pitch - bar) / 2;
  const y = (value: number) => plotHeight - (value / max) * (plotHeight - topSpace);
  const values = row.cells.map(shown);
  const highest = values.reduce<number>(
    (best, value, at) => ((value ?? -1) > (values[best] ?? -1) ? at : best),
    0,
  );
  const highestValue = values[highest] ?? null;
  const labelX = Math.min(Math.max(left(highest) + bar / 2, 10), width - 10);
  // Where the highest bar's own number stands, the axis keeps silent.
  const covered = (value: number) =>
    highestValue !== null && labelX > width - 44 && Math.abs(y(highestValue) - y(value)) < 14;
  const says =
    highestValue === null
      ? row.label
      : `${row.label}: ${words.figures.highest(words.figures.number(highestValue), periods[highest]?.label ?? "")}`;
  return (
    <svg
      data-plot=""
      width={width}
      height={plotHeight + (frame.periodLabels ? labelSpace : 2)}
      role="img"
      aria-label={says}
    >
      <defs>
        <Hatch id={hatch} colour={accent ? "stroke-sea" : "stroke-mute"} />
      </defs>
      {lines.map((value) => (
        <g key={value}>
          <path d={`M0 ${y(value)}h${width}`} className="grid-line" />
          {frame.axisLabels && !covered(value) && (
            <text x={width} y={y(value) - 4} textAnchor="end" className="ax">
              {words.figures.number(value)}
            </text>
          )}
        </g>
      ))}
      {values.map((value, at) => {
        const period = periods[at];
        if (period === undefined) return null;
        if (value === null) {
          return (
            <text
              key={period.id}
              x={left(at) + bar / 2}
              y={plotHeight - 4}
              textAnchor="middle"
              className="mx"
            >
              {words.figures.hiddenMark}
            </text>
          );
        }
        const size = plotHeight - y(value);
        return (
          <rect
            key={period.id}
            x={left(at)}
            y={plotHeight - size}
            width={bar}
            height={size}
            fill={period.partial ? `url(#${hatch})` : undefined}
            className={classNames(
              period.partial ? (accent ? "stroke-sea" : "stroke-mute") : accent ? "fill-sea" : "fill-mute",
            )}
          />
        );
      })}
      {highestValue !== null && highestValue > 0 && (
        <>
          <rect
            x={labelX - labelHalf}
            y={y(highestValue) - labelHeight}
            width={labelHalf * 2}
            height={labelHeight - 2}
            className="fill-paper"
          />
          <text x={labelX} y={y(highestValue) - 4} textAnchor="middle" className="mx">
            {words.figures.number(highestValue)}
          </text>
        </>
      )}
      <path d={`M0 ${plotHeight}h${width}`} className="base-line" />
      {frame.periodLabels &&
        yearLabels(periods, (at) => left(at) + bar / 2, width).map(({ year, x }) => (
          <text key={year} x={x} y={plotHeight + 14} textAnchor="middle" className="ax">
            {year}
          </text>
        ))}
    </svg>
  );
}

const labelPitch = 36;

/** The years below the axis, as many as fit without touching. */
function yearLabels(
  periods: readonly NamedPeriod[],
  middle: (at: number) => number,
  width: number,
): { year: string; x: number }[] {
  const kept: { year: string; x: number }[] = [];
  periods.forEach((period, at) => {
    const year = period.id.slice(0, 4);
    if (year === periods[at - 1]?.id.slice(0, 4)) return;
    const x = Math.min(Math.max(middle(at), labelHalf), width - labelHalf);
    const before = kept.at(-1);
    if (before === undefined || x - before.x >= labelPitch) kept.push({ year, x });
  });
  return kept;
}

/** One small chart per word, all on the same scale. */
export function SmallMultiples({
  rows,
  periods,
  accent,
}: {
  rows: readonly NamedRow[];
  periods: readonly NamedPeriod[];
  accent: string | undefined;
}) {
  const [box, width] = useWidth<HTMLUListElement>();
  const columns = columnsFor(width);
  const { max, lines } = axis(
    Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => shown(cell) ?? 0))),
  );
  const panelWidth = Math.floor((width - columnGap * (columns - 1)) / columns);
  return (
    <ul className="multiples" ref={box}>
      {width > 0 &&
        rows.map((row, at) => (
          <li key={row.word}>
            <p className={classNames("pt", row.word === accent && "acc")}>
              <span data-caption="">{row.label}</span>
            </p>
            <Panel
              row={row}
              periods={periods}
              accent={row.word === accent}
              frame={{
                width: panelWidth,
                max,
                lines,
                axisLabels: at % columns === columns - 1 || at === rows.length - 1,
                periodLabels: at + columns >= rows.length,
              }}
            />
          </li>
        ))}
    </ul>
  );
}
