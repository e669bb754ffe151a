import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useAccount } from "~/api/session";
import { otherEntries, paths } from "~/app/paths";
import { listExports } from "~/api/list-exports";
import { mayExport } from "~/api/may";
import { cursorOf } from "~/lib/cursor";
import { manyOf, stringifySearch } from "~/lib/search-params";
import { DataTable } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar, type Filter } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { options, words, wordsOf } from "~/words/words";
import { deskColumns, publicColumns } from "./advisory-columns";
import { advisoriesQuery } from "./queries";
import type { AdvisoriesSearch } from "./search";

const route = getRouteApi("/advisories");
const text = words.advisories;

export function AdvisoriesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const desk = account?.role === "analyst";
  const page = useQuery(advisoriesQuery(search));
  useTitle(text.title);

  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined
      ? undefined
      : () => void navigate({ search: (before) => ({ ...before, cursor }) });
  };
  const set = (change: AdvisoriesSearch) =>
    void navigate({ search: (before) => ({ ...before, cursor: undefined, ...change }), replace: true });

  const filters: Filter[] = [
    ...(desk
      ? [
          {
            kind: "many",
            id: "status",
            label: text.columns.status,
            always: true,
            options: options("AdvisoryStatus"),
            value: search.status,
            onChange: (value) => set({ status: manyOf(wordsOf("AdvisoryStatus"), value) }),
          } satisfies Filter,
        ]
      : []),
    {
      kind: "many",
      id: "severity",
      label: text.columns.severity,
      always: true,
      options: options("Severity"),
      value: search.severity,
      onChange: (value) => set({ severity: manyOf(wordsOf("Severity"), value) }),
    },
    {
      kind: "many",
      id: "kind",
      label: text.kind,
      always: true,
      options: options("IncidentKind"),
      value: search.kind,
      onChange: (value) => set({ kind: manyOf(wordsOf("IncidentKind"), value) }),
    },
  ];

  const query = stringifySearch({ ...search, cursor: undefined });
  return (
    <div className="wrap page">
      <div className="headr">
        <h1>{text.title}</h1>
        <span className="soft">{desk ? text.deskNote : text.publicNote}</span>
        <span className="push row">
          <a href={otherEntries.atom()}>{text.atom}</a>
          {mayExport(account) && (
            <ExportMenu exports={listExports("/api/v1/advisories", query, "bellbuoy-advisories", desk)} />
          )}
          {desk && (
            <Link className="btn go" to={paths.newAdvisory()}>
              {text.newTitle}
            </Link>
          )}
        </span>
      </div>
      <FilterBar filters={filters} />
      <Loaded asked={page}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState title={text.none}>{desk ? text.noneDesk : text.nonePublic}</EmptyState>
          ) : (
            <DataTable
              name={text.title}
              columns={desk ? deskColumns : publicColumns}
              rows={data.items}
              rowKey={(advisory) => advisory.id}
              paging={{ previous: turn(data.prev), next: turn(data.next) }}
            />
          )
        }
      </Loaded>
    </div>
  );
}
