import type { Sum } from "~/lib/figures";
import { useUiWords } from "~/ui/ui-words";
import { useWidth } from "~/ui/use-width";

export interface NamedSum {
  word: string;
  label: string;
  total: Sum;
}

const pitch = 25;
const lineHeight = 14;
const barHeight = 14;
const valueSpace = 48;
const characterWidth = 5.9;

const plain = (label: string) => label.replace(/ \(.*\)$/, "");

/** A label without its explanation in brackets, on as many lines as it needs. */
export function linesOf(whole: string, room: number): string[] {
  const fits = Math.max(Math.floor(room / characterWidth), 1);
  const lines: string[] = [];
  for (const word of plain(whole).split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= fits)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Bars from the largest down, each with its number; the first one is the point. */
export function OrderedBars({ name, rows }: { name: string; rows: readonly NamedSum[] }) {
  const words = useUiWords();
  const [box, width] = useWidth<HTMLDivElement>();
  const longest = Math.max(0, ...rows.map((row) => plain(row.label).length)) * characterWidth + 10;
  const start = Math.round(Math.min(longest, width * 0.54));
  const largest = Math.max(1, ...rows.map((row) => row.total.value));
  const scale = Math.max(width - start - valueSpace, 1) / largest;
  const figure = ({ value, atLeast }: Sum) => {
    const number = words.figures.number(value);
    return atLeast ? words.figures.atLeast(number) : number;
  };
  let height = 0;
  const bars = rows.map((row) => {
    const lines = linesOf(row.label, start - 8);
    const top = height;
    height += pitch + (lines.length - 1) * lineHeight;
    return { ...row, lines, top, middle: top + ((lines.length - 1) * lineHeight) / 2 };
  });
  return (
    <div ref={box}>
      {width > 0 && (
        <svg data-plot="" width={width} height={height + 2} role="img" aria-label={name}>
          {bars.map(({ word, label, total, lines, top, middle }, at) => (
            <g key={word}>
              <text>
                {lines.map((line, number) => (
                  <tspan key={line} x="0" y={top + 14 + number * lineHeight}>
                    {line}
                  </tspan>
                ))}
                <title>{label}</title>
              </text>
              <rect
                x={start}
                y={middle + 3}
                width={Math.max(total.value * scale, total.value > 0 ? 1 : 0)}
                height={barHeight}
                className={at === 0 ? "fill-sea" : "fill-mute"}
              />
              <text x={start + total.value * scale + 6} y={middle + 14} className="mx">
                {figure(total)}
              </text>
            </g>
          ))}
          <path d={`M${start - 0.5} 0v${height}`} className="base-line" />
        </svg>
      )}
    </div>
  );
}
