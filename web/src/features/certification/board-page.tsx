import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { listExports } from "~/api/list-exports";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { stringifySearch } from "~/lib/search-params";
import { today } from "~/lib/day-count";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { grouped, lateOnes, type Entry } from "./board";
import { BoardCard } from "./board-card";
import { boardQuery } from "./queries";

const route = getRouteApi("/certification/board");
const text = words.board;

/** Everything under way, by stage; what is due first stands first. */
export function BoardPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const mine = search.mine !== undefined;
  const asked = useQuery(boardQuery(mine));
  useTitle(text.title);
  const open = asked.data?.items.filter(({ stage }) => isOpen(stage));
  return (
    <div className="page list-page">
      <div className="ph">
        <h1>{text.title}</h1>
        {open !== undefined && (
          <span className="soft">{text.open(open.length, lateOnes(open), asked.dataUpdatedAt)}</span>
        )}
        <span className="push row">
          {account?.role === "scheme_administrator" && (
            <>
              <Link to={paths.complaints()}>{words.complaints.title}</Link>
              <Link to={paths.rota()}>{words.rota.title}</Link>
            </>
          )}
          <ExportMenu
            look="normal"
            exports={listExports(
              "/api/v1/certification-applications",
              stringifySearch({ ...search }),
              "bellbuoy-certification-applications",
            )}
          />
        </span>
      </div>
      <FilterBar
        filters={[
          {
            kind: "one",
            id: "mine",
            label: text.whose,
            always: true,
            options: [
              { value: "all", label: text.all },
              { value: "true", label: text.mine },
            ],
            value: search.mine ?? "all",
            usual: "all",
            onChange: (value) =>
              void navigate({ search: value === "true" ? { mine: "true" } : {}, replace: true }),
          },
        ]}
      />
      <Loaded asked={asked}>
        {({ items, more }) =>
          items.length === 0 ? (
            <EmptyState title={mine ? text.noneMine : text.none}>{text.noneHint}</EmptyState>
          ) : (
            <>
              {more && <p className="note">{text.more}</p>}
              <Board entries={items} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function isOpen(stage: Entry["stage"]): boolean {
  return ["submitted", "in_review", "asked", "appealed"].includes(stage);
}

function Board({ entries }: { entries: readonly Entry[] }) {
  return (
    <div className="board">
      {grouped(entries, today()).map(({ column, entries: cards }) => (
        <section key={column} aria-labelledby={`column-${column}`}>
          <h2 id={`column-${column}`}>
            {text.columns[column]} <span className="soft">{cards.length}</span>
          </h2>
          {cards.length === 0 ? (
            <p className="small soft">{text.empty}</p>
          ) : (
            <ul>
              {cards.map((entry) => (
                <BoardCard key={entry.id} entry={entry} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
