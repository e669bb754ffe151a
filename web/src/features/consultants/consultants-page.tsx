import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState, type ReactNode } from "react";
import type { Schemas } from "~/api/client";
import { listExports } from "~/api/list-exports";
import { mayCall, mayExport } from "~/api/may";
import { usePort } from "~/api/ports";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { cursorOf } from "~/lib/cursor";
import { today as presentDay } from "~/lib/day-count";
import { stringifySearch } from "~/lib/search-params";
import { Button } from "~/ui/button";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { useConsultantFilters } from "./consultant-filters";
import { ConsultantList } from "./consultant-list";
import { consultantsQuery, summaryQuery } from "./queries";
import { asFilter, usualDistance, type ConsultantsSearch } from "./search";

const RegisterMap = lazy(() => import("./register-map").then((module) => ({ default: module.RegisterMap })));

const route = getRouteApi("/consultants");
const text = words.consultants;
const list = "/api/v1/consultants";

/** The register: who holds a certificate today, and how far away they work. `children` follow the list. */
export function ConsultantsPage({ children }: { children?: ReactNode }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const page = useQuery({ ...consultantsQuery(search), placeholderData: keepPreviousData });
  const summary = useQuery(summaryQuery).data;
  const today = summary?.as_of ?? presentDay();
  useTitle(text.title);

  const set = (change: ConsultantsSearch) =>
    void navigate({
      search: (before) => ({ ...before, cursor: undefined, ...change }),
      replace: true,
      resetScroll: false,
    });
  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined
      ? undefined
      : () => void navigate({ search: (before) => ({ ...before, cursor }) });
  };
  const filters = useConsultantFilters(search, set, today);
  const query = stringifySearch(asFilter(search));
  const { data } = page;

  return (
    <div className="wrap page register">
      <div className="register-head">
        <div>
          <h1>{text.title}</h1>
          {summary !== undefined && <p className="soft">{text.counted(summary.people, summary.suppliers)}</p>}
        </div>
        <p className="row">
          <Link to={paths.suppliers()}>{text.firms}</Link>
          <Link to={paths.sittings()}>{words.sittings.title}</Link>
          <Link to={paths.aboutConsultants()}>{text.how}</Link>
          {mayCall(account) && <Link to={paths.rota()}>{words.rota.title}</Link>}
        </p>
      </div>
      <FilterBar filters={filters}>
        {data !== undefined && (
          <span className="small soft" role="status">
            {text.shown(data.total ?? "", summary?.people, search.near !== undefined, summary?.as_of)}
          </span>
        )}
        {mayExport(account) && (
          <ExportMenu
            look="normal"
            exports={listExports(list, query, "bellbuoy-consultants", account !== null)}
          />
        )}
      </FilterBar>
      <Loaded asked={page}>
        {({ items, prev, next }) =>
          items.length === 0 ? (
            <EmptyState title={text.none}>{query === "" ? text.noneYet : text.noneFit}</EmptyState>
          ) : (
            <Found
              key={items[0]?.id}
              entries={items}
              search={search}
              today={today}
              previous={turn(prev)}
              next={turn(next)}
            />
          )
        }
      </Loaded>
      {children}
    </div>
  );
}

function Found({
  entries,
  search,
  today,
  previous,
  next,
}: {
  entries: Schemas["ConsultantEntry"][];
  search: ConsultantsSearch;
  today: string;
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
}) {
  const port = usePort(search.near);
  const [selected, setSelected] = useState(0);
  const within = Number(search.within ?? usualDistance);
  const centre = useMemo(() => (port === undefined ? undefined : { port, within }), [port, within]);
  return (
    <div className="found line">
      <div>
        <ConsultantList entries={entries} today={today} selected={selected} onSelect={setSelected} />
        {(previous !== undefined || next !== undefined) && (
          <nav className="pages" aria-label={words.ui.table.pages}>
            <Button disabled={previous === undefined} onClick={previous}>
              {words.ui.table.previous}
            </Button>
            <Button disabled={next === undefined} onClick={next}>
              {words.ui.table.next}
            </Button>
          </nav>
        )}
      </div>
      <figure className="register-map">
        <Suspense fallback={<div className="map-room" />}>
          <RegisterMap entries={entries} centre={centre} selected={selected} onSelect={setSelected} />
        </Suspense>
        <figcaption className="small soft map-note">
          {centre === undefined ? text.map.worldNote : text.map.nearNote}
        </figcaption>
      </figure>
    </div>
  );
}
