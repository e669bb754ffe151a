import { Button } from "./button";
import type { Column } from "./data-table";
import { Popover } from "./popover";
import { useUiWords } from "./ui-words";

/** The columns a reader chose: those shown by default, and what was added or taken away. */
export function shownColumns<R>(
  columns: readonly Column<R>[],
  chosen: readonly string[] | undefined,
): Column<R>[] {
  return columns.filter((column) =>
    chosen === undefined ? column.extra !== true : chosen.includes(column.id),
  );
}

export function ColumnsMenu<R>({
  columns,
  chosen,
  onChoose,
}: {
  columns: readonly Column<R>[];
  chosen: readonly string[] | undefined;
  onChoose: (chosen: string[] | undefined) => void;
}) {
  const words = useUiWords();
  const visible = shownColumns(columns, chosen).map((column) => column.id);
  const usual = shownColumns(columns, undefined).map((column) => column.id);
  const toggle = (id: string, on: boolean) => {
    const next = columns
      .map((column) => column.id)
      .filter((column) => (column === id ? on : visible.includes(column)));
    onChoose(next.length === 0 || next.join() === usual.join() ? undefined : next);
  };
  return (
    <Popover
      align="end"
      trigger={(props) => (
        <Button look="plain" {...props}>
          {words.table.columns}
        </Button>
      )}
    >
      {() => (
        <span className="panel-list" role="group" aria-label={words.table.columns}>
          {columns.map((column) => (
            <label key={column.id} className="choice">
              <input
                type="checkbox"
                checked={visible.includes(column.id)}
                onChange={(event) => toggle(column.id, event.target.checked)}
              />
              <span>{column.header}</span>
            </label>
          ))}
        </span>
      )}
    </Popover>
  );
}
