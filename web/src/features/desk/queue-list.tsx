import { useMemo, type ReactNode } from "react";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { words } from "~/words/words";
import { KeysLegend } from "./bars";
import { OpenDeskLine } from "./desk-state";
import type { KeyRing } from "./key-ring";
import { queueColumns } from "./queue-columns";
import { QueueTabs } from "./queue-tabs";
import type { DeskSearch } from "./search";
import { callsIn, useArrivals, type Queue } from "./use-queue";
import type { Selection } from "./use-selection";

const text = words.desk.queue;

/** The list. What has to be said about it stands between its tabs and its rows. */
export function QueueList({
  queue,
  search,
  ring,
  selection,
  onKeys,
  below,
  children,
}: {
  queue: Queue;
  search: DeskSearch;
  ring: KeyRing | null;
  selection: Selection;
  onKeys: () => void;
  below: ReactNode;
  children: ReactNode;
}) {
  const { tab } = search;
  const mayWrite = ring !== null && ring.to !== null;
  const columns = useMemo(() => queueColumns(tab, mayWrite ? selection : null), [tab, selection, mayWrite]);
  const open = queue.counts.all;
  const [nothing, next] = text.empty[tab ?? "all"];

  return (
    <>
      <div className="ph">
        <h1>{words.desk.title}</h1>
        {open !== undefined && queue.data && (
          <span className="soft">
            {text.counts(
              open.more ? text.atLeast(open.n) : words.format.number(open.n),
              queue.unopened,
              callsIn(queue),
            )}
          </span>
        )}
        <span className="push">{ring !== null && <OpenDeskLine ring={ring} />}</span>
      </div>
      <QueueTabs queue={queue} search={search} />
      {children}
      <p className="small soft desk-shown">
        {queue.data && text.shown(queue.rows.length, queue.asOf === null ? null : text.clock(queue.asOf))}
      </p>
      <Arrivals queue={queue} />
      <Loaded asked={queue}>
        {() =>
          queue.rows.length === 0 ? (
            <EmptyState title={nothing}>{next}</EmptyState>
          ) : (
            <DataTable
              dense
              name={words.desk.title}
              columns={columns}
              rows={queue.rows}
              rowKey={(row) => row.id}
            />
          )
        }
      </Loaded>
      {queue.more !== undefined && (
        <div className="pages">
          <Button onClick={queue.more}>{text.more}</Button>
        </div>
      )}
      <div className="desk-afoot">{below}</div>
      <KeysLegend onAll={onKeys} />
    </>
  );
}

/** Said once for each arrival, to those who hear the page. */
function Arrivals({ queue }: { queue: Queue }) {
  const arrived = useArrivals(queue);
  return (
    <p className="vh" role="status">
      {arrived.n > 0 && <span key={arrived.times}>{text.arrived(arrived.n)}</span>}
    </p>
  );
}
