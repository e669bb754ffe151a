import type { Sum } from "~/lib/figures";
import { useUiWords } from "~/ui/ui-words";
import { useWidth } from "~/ui/use-width";

export interface NamedSum {
  word: string;
  label: string;
  total: Sum;
}

const pitch = 25;
const barHeight = 14;
const valueSpace = 48;
const characterWidth = 5.9;

/** A label without its explanation in brackets, cut if it still does not fit; the whole stands in the table. */
function cut(whole: string, room: number): string {
  const label = whole.replace(/ \(.*\)$/, "");
  const fits = Math.floor(room / characterWidth);
  return label.length <= fits ? label : `${label.slice(0, Math.max(fits - 1, 1)).trimEnd()}…`;
}

/** Bars from the largest down, each with its number; the first one is the point. */
export function OrderedBars({ name, rows }: { name: string; rows: readonly NamedSum[] }) {
  const words = useUiWords();
  const [box, width] = useWidth<HTMLDivElement>();
  const longest =
    Math.max(0, ...rows.map((row) => row.label.replace(/ \(.*\)$/, "").length)) * characterWidth + 10;
  const start = Math.round(Math.min(longest, width * 0.56));
  const largest = Math.max(1, ...rows.map((row) => row.total.value));
  const scale = Math.max(width - start - valueSpace, 1) / largest;
  const figure = ({ value, atLeast }: Sum) => {
    const number = words.figures.number(value);
    return atLeast ? words.figures.atLeast(number) : number;
  };
  return (
    <div ref={box}>
      {width > 0 && (
        <svg data-plot="" width={width} height={rows.length * pitch + 2} role="img" aria-label={name}>
          {rows.map((row, at) => (
            <g key={row.word}>
              <text x="0" y={at * pitch + 14}>
                {cut(row.label, start - 8)}
                <title>{row.label}</title>
              </text>
              <rect
                x={start}
                y={at * pitch + 3}
                width={Math.max(row.total.value * scale, row.total.value > 0 ? 1 : 0)}
                height={barHeight}
                className={at === 0 ? "fill-sea" : "fill-mute"}
              />
              <text x={start + row.total.value * scale + 6} y={at * pitch + 14} className="mx">
                {figure(row.total)}
              </text>
            </g>
          ))}
          <path d={`M${start - 0.5} 0v${rows.length * pitch}`} className="base-line" />
        </svg>
      )}
    </div>
  );
}
