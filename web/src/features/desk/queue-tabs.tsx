import { Link } from "@tanstack/react-router";
import { paths } from "~/app/paths";
import { words } from "~/words/words";
import { tabs, type DeskSearch, type Tab } from "./search";
import type { Queue } from "./use-queue";

const text = words.desk.queue;

function counted(queue: Queue, tab: Tab): string | null {
  const count = queue.counts[tab];
  if (count === undefined || queue.data === undefined) return null;
  return count.more ? text.atLeast(count.n) : words.format.number(count.n);
}

export function QueueTabs({ queue, search }: { queue: Queue; search: DeskSearch }) {
  return (
    <nav className="tabs" aria-label={text.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          to={paths.desk()}
          search={{ ...search, tab: tab === "all" ? undefined : tab }}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {text.tab[tab]} <span>{counted(queue, tab)}</span>
        </Link>
      ))}
    </nav>
  );
}
