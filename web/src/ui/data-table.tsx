import { useRef, type ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { useKeys } from "./use-keys";
import { useUiWords } from "./ui-words";

/** Where a column stands when the screen is a phone's and a row becomes two lines. */
type PhonePlace = "start" | "end" | "main" | "under";

export interface Column<R> {
  id: string;
  header: string;
  cell: (row: R) => ReactNode;
  numeric?: boolean;
  /** Takes the room that is left and cuts what does not fit. */
  grows?: boolean;
  sortKey?: string;
  phone?: PhonePlace;
  /** Its header stands before it on a phone, where the head of the table is not shown. */
  told?: boolean;
  /** Shown only when asked for. */
  extra?: boolean;
}

export interface Paging {
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
}

function Header<R>({
  column,
  sort,
  onSort,
}: {
  column: Column<R>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}) {
  const words = useUiWords();
  const { sortKey } = column;
  const className = column.numeric === true ? "num" : undefined;
  if (sortKey === undefined || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  }
  const descending = sort === `-${sortKey}`;
  const ascending = sort === sortKey;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={descending ? "descending" : ascending ? "ascending" : undefined}
    >
      <button
        type="button"
        className="sort"
        title={words.table.sortBy(column.header)}
        onClick={() => onSort(descending ? sortKey : `-${sortKey}`)}
      >
        {column.header}
        <span aria-hidden="true" className="sort-mark">
          {descending ? "↓" : ascending ? "↑" : ""}
        </span>
      </button>
    </th>
  );
}

/** Rows of one kind. j and k walk over them; the link in the main cell opens one. */
export function DataTable<R>({
  name,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  paging,
  dense = false,
}: {
  name: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  sort?: string | undefined;
  onSort?: ((sort: string) => void) | undefined;
  paging?: Paging | undefined;
  dense?: boolean;
}) {
  const words = useUiWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const step = (by: number) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>("[data-main] a") ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  return (
    <>
      <table className={classNames("tab rows", dense && "dense")} aria-label={name} role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Header key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  data-phone={column.phone}
                  data-told={column.told === true ? column.header : undefined}
                  data-main={column.phone === "main" ? "" : undefined}
                  className={classNames(column.numeric && "num", column.grows && "cut")}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {paging !== undefined && (paging.previous !== undefined || paging.next !== undefined) && (
        <nav className="pages" aria-label={words.table.pages}>
          <Button disabled={paging.previous === undefined} onClick={paging.previous}>
            {words.table.previous}
          </Button>
          <Button disabled={paging.next === undefined} onClick={paging.next}>
            {words.table.next}
          </Button>
        </nav>
      )}
    </>
  );
}
