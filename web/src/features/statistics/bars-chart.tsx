import type { Schemas } from "~/api/client";
import { view, years } from "~/lib/figures";
import { Chart } from "~/ui/charts/chart";
import { OrderedBars } from "~/ui/charts/ordered-bars";
import { SumTable } from "~/ui/charts/sum-table";
import { words } from "~/words/words";
import { fileName } from "./files";
import { tableExports } from "./period-chart";
import { namedSums } from "./tables";

const atMost = 8;

/** One number per word over a range of years, from the largest down, with its table below. */
export function BarsChart({
  table,
  title,
  from,
  to,
  call,
  open = false,
}: {
  table: Schemas["Table"];
  title: string;
  from?: string | undefined;
  to?: string | undefined;
  call: () => string;
  /** Whether the table below stands open. */
  open?: boolean;
}) {
  const figure = view(table, from, to);
  const sums = namedSums(table.dimension, figure);
  const shownSums = sums.filter((row) => row.total.value > 0).slice(0, atMost);
  const covered = years({ ...table, periods: figure.periods });
  const text = words.figures;
  const range = text.range(covered[0] ?? "", covered.at(-1) ?? "");
  return (
    <>
      <Chart
        title={title}
        subtitle={text.bars.subtitle(range, table.n, table.dimension === "system")}
        credit={text.credit(table.definition, table.as_of)}
        fileName={fileName(table)}
        exports={tableExports(table, figure, call)}
      >
        <OrderedBars name={text.bars.alt(title)} rows={shownSums} />
      </Chart>
      <details className="twin-details" open={open}>
        <summary>{text.table.title}</summary>
        <SumTable
          name={title}
          dimension={text.tab[table.dimension]}
          unit={text.table.incidents}
          rows={sums}
        />
      </details>
    </>
  );
}
