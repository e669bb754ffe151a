import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { KeyRing } from "./key-ring";
import type { Envelope } from "./port";
import { envelopesQuery, namedQuery, noteIn, notesQuery } from "./queries";
import { arrivals, belongs, calls, compare, rank, rowsOf, type Held, type Row } from "./rows";
import { tabs, type Tab } from "./search";

interface Count {
  readonly n: number;
  /** There are more on the server than were fetched. */
  readonly more: boolean;
}

export interface Queue {
  readonly rows: readonly Row[];
  readonly counts: Partial<Record<Tab, Count>>;
  readonly unopened: number;
  readonly open: readonly Row[];
  readonly data: true | undefined;
  readonly error: Error | null;
  readonly failureReason: Error | null;
  readonly refetch: () => void;
  readonly more: (() => void) | undefined;
  readonly asOf: Date | null;
}

/** Sorted anew whenever the rows are; only the row that is open beside the list does not move away by being read. */
function useHeld(rows: readonly Row[], open: string | null): readonly Row[] {
  const [held, setHeld] = useState<Held | null>(null);
  if ((held?.id ?? null) !== open) {
    const row = rows.find(({ id }) => id === open);
    const next = row === undefined ? null : { id: row.id, rank: rank(row) };
    if (next !== held) setHeld(next);
  }
  return useMemo(() => rows.toSorted((left, right) => compare(left, right, held)), [rows, held]);
}

export function useQueue(tab: Tab, ring: KeyRing | null, shown: string | null): Queue {
  const open = useInfiniteQuery(envelopesQuery("received,opened"));
  const closed = useInfiniteQuery(envelopesQuery("closed"));
  const named = useInfiniteQuery(namedQuery);

  const openEnvelopes = useMemo(() => open.data?.pages.flatMap((page) => page.items) ?? [], [open.data]);
  const closedEnvelopes = useMemo(
    () => closed.data?.pages.flatMap((page) => page.items) ?? [],
    [closed.data],
  );
  const incidents = useMemo(() => named.data?.pages.flatMap((page) => page.items) ?? [], [named.data]);
  const notes = useQuery(notesQuery([...openEnvelopes, ...closedEnvelopes], ring)).data;

  const sorted = useMemo(() => {
    const noteOf = (envelope: Envelope) => noteIn(ring === null ? undefined : notes, envelope);
    // A reporter who writes after the end is heard as well.
    const written = closedEnvelopes.filter((envelope) => envelope.waiting_messages > 0);
    return rowsOf([...openEnvelopes, ...written], incidents, noteOf);
  }, [openEnvelopes, closedEnvelopes, incidents, notes, ring]);
  const all = useHeld(sorted, shown);
  const shut = useMemo(
    () => rowsOf(closedEnvelopes, [], (envelope) => noteIn(ring === null ? undefined : notes, envelope)),
    [closedEnvelopes, notes, ring],
  );

  const asked = tab === "closed" ? [closed] : [open, named];
  const further = { all: [open, named], sealed: [open], help: [open], named: [named], closed: [closed] }[tab];
  const next = further.filter((query) => query.hasNextPage);
  const count = (part: Tab): Count => ({
    n: all.filter((row) => belongs(row, part)).length,
    more:
      (part !== "named" && open.hasNextPage) || (part !== "sealed" && part !== "help" && named.hasNextPage),
  });
  const updated = Math.min(...asked.map((query) => query.dataUpdatedAt));
  return {
    rows: tab === "closed" ? shut : all.filter((row) => belongs(row, tab)),
    counts: Object.fromEntries(tabs.filter((part) => part !== "closed").map((part) => [part, count(part)])),
    unopened: all.filter((row) => row.kind === "sealed" && row.envelope.state === "received").length,
    open: all,
    data: asked.every((query) => query.data !== undefined) ? true : undefined,
    error: asked.find((query) => query.error !== null)?.error ?? null,
    failureReason: asked.find((query) => query.failureReason !== null)?.failureReason ?? null,
    refetch: () => {
      for (const query of asked) void query.refetch();
    },
    more:
      next.length === 0
        ? undefined
        : () => {
            for (const query of next) void query.fetchNextPage();
          },
    asOf: updated > 0 ? new Date(updated) : null,
  };
}

/** How many reports have come in since the page was opened or last said so. */
export function useArrivals(queue: Queue): { n: number; times: number } {
  const before = useRef<readonly string[] | null>(null);
  const [arrived, setArrived] = useState({ n: 0, times: 0 });
  const ready = queue.data === true;
  useEffect(() => {
    if (!ready) return;
    const now = queue.open.map((row) => row.id);
    const fresh = arrivals(before.current, now);
    before.current = [...new Set([...(before.current ?? []), ...now])];
    if (fresh.length > 0) setArrived(({ times }) => ({ n: fresh.length, times: times + 1 }));
  }, [ready, queue.open]);
  return arrived;
}

export function callsIn(queue: Queue): number {
  return queue.open.filter(calls).length;
}
