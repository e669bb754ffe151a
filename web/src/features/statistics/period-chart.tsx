import { useState } from "react";
import type { Schemas } from "~/api/client";
import { finding } from "~/lib/finding";
import { view, type FigureView } from "~/lib/figures";
import { saveText } from "~/lib/save-file";
import { Button } from "~/ui/button";
import { Chart } from "~/ui/charts/chart";
import { FigureTable } from "~/ui/charts/figure-table";
import { SmallMultiples } from "~/ui/charts/small-multiples";
import type { Exports } from "~/ui/export-menu";
import { ExportMenu } from "~/ui/export-menu";
import { EmptyState } from "~/ui/states";
import { words } from "~/words/words";
import { citation, figureCsv, figureNdjson, fileName } from "./files";
import { namedPeriods, namedRows, periodsPerYear, wordLabel } from "./tables";

type Table = Schemas["Table"];

const atFirst = 8;

function titleOf(table: Table, figure: FigureView): { title: string; accent: string | undefined } {
  const perYear = periodsPerYear[table.period];
  const found = finding(figure, perYear);
  const { chart, by } = words.figures;
  if (found === null) return { title: chart.plain(by[table.dimension]), accent: figure.rows[0]?.word };
  if (found.change === "level") {
    return { title: chart.level(found.from, found.to, perYear), accent: figure.rows[0]?.word };
  }
  const { word, before, after, from, to } = found;
  return {
    title: chart[found.change](wordLabel(table.dimension, word), before, after, from, to, perYear),
    accent: word,
  };
}

export function tableExports(table: Table, figure: FigureView, call: () => string): Exports {
  const name = fileName(table);
  return {
    csv: () => saveText(`${name}.csv`, "text/csv", figureCsv(table, figure)),
    ndjson: () => saveText(`${name}.ndjson`, "application/x-ndjson", figureNdjson(table, figure)),
    call,
    citation: () => citation(table),
  };
}

/** A table over time: one small chart per word, and the same numbers below. */
export function usePeriodFigure(table: Table, from?: string, to?: string) {
  const figure = view(table, from, to);
  return { figure, ...titleOf(table, figure) };
}

export function PeriodChart({ table, from, to, call }: PeriodProps) {
  const { figure, title, accent } = usePeriodFigure(table, from, to);
  const [all, setAll] = useState(false);
  const rows = namedRows(table.dimension, figure);
  const periods = namedPeriods(figure);
  const partial = periods.some((period) => period.partial);
  const { chart, per, credit } = words.figures;
  if (rows.every((row) => row.total.value === 0)) return <EmptyState title={chart.none} />;
  return (
    <Chart
      title={title}
      subtitle={chart.subtitle(per[table.period], table.n, table.as_of, partial)}
      credit={credit(table.definition, table.as_of)}
      fileName={fileName(table)}
      exports={tableExports(table, figure, call)}
      tools={
        rows.length > atFirst ? (
          <Button look="plain" onClick={() => setAll(!all)}>
            {all ? chart.showFewer : chart.showAll(rows.length)}
          </Button>
        ) : undefined
      }
    >
      <SmallMultiples rows={all ? rows : rows.slice(0, atFirst)} periods={periods} accent={accent} />
    </Chart>
  );
}

interface PeriodProps {
  table: Table;
  from?: string | undefined;
  to?: string | undefined;
  call: () => string;
}

export function PeriodTable({ table, from, to, call }: PeriodProps) {
  const { figure, accent } = usePeriodFigure(table, from, to);
  const [all, setAll] = useState(false);
  const told = figure.rows.filter((row) => row.total.value > 0 || row.total.atLeast);
  const untold = figure.rows.length - told.length;
  const { by, chart, per, tab } = words.figures;
  const text = words.figures.table;
  return (
    <section>
      <div className="ch">
        <div>
          <h2>{text.title}</h2>
          <p>{text.subtitle(per[table.period], by[table.dimension])}</p>
        </div>
        <span className="push row">
          {untold > 0 && (
            <Button look="plain" onClick={() => setAll(!all)}>
              {all ? chart.showFewer : text.untold(untold)}
            </Button>
          )}
          <ExportMenu look="normal" exports={tableExports(table, figure, call)} />
        </span>
      </div>
      <FigureTable
        name={words.figures.chart.plain(by[table.dimension])}
        dimension={tab[table.dimension]}
        figure={all ? figure : { ...figure, rows: told }}
        periods={namedPeriods(figure)}
        labelOf={(word) => wordLabel(table.dimension, word)}
        accent={accent}
      />
    </section>
  );
}
