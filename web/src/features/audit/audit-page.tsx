import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { listExports } from "~/api/list-exports";
import { useAccount } from "~/api/session";
import { cursorOf } from "~/lib/cursor";
import { stringifySearch } from "~/lib/search-params";
import { DataTable, type Column } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { FilterBar } from "~/ui/filter-bar";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { auditQuery } from "./queries";
import { VerifyRecord } from "./verify-record";

type Entry = Schemas["AuditEntry"];

const route = getRouteApi("/audit");
const text = words.audit;
const list = "/api/v1/audit";

/** The part of an id that tells it from others: the first half of an id of version 7 is a time. */
function shortId(value: string): string {
  return value.charAt(14) === "7" ? value.slice(-8) : value.slice(0, 8);
}

function id(value: string | null | undefined, otherwise: string) {
  return value === null || value === undefined ? (
    <span className="soft">{otherwise}</span>
  ) : (
    <bdi className="mono soft" title={value}>
      {shortId(value)}
    </bdi>
  );
}

const columns = (me: ReturnType<typeof useAccount>): Column<Entry>[] => [
  {
    id: "at",
    header: text.columns.at,
    phone: "end",
    cell: (entry) => <span className="soft nowrap">{words.format.moment(entry.at)}</span>,
  },
  { id: "action", header: text.columns.action, phone: "start", cell: (entry) => text.action(entry.action) },
  {
    id: "actor",
    header: text.columns.actor,
    phone: "under",
    cell: (entry) => (entry.actor === me?.id ? me?.name : id(entry.actor, text.server)),
  },
  {
    id: "object",
    header: text.columns.object,
    cell: (entry) => (
      <span className="nowrap">
        {entry.object_kind} {id(entry.object_id, "")}
      </span>
    ),
  },
  {
    id: "fields",
    header: text.columns.fields,
    grows: true,
    phone: "main",
    cell: (entry) => <span className="soft">{entry.reason ?? words.format.list(entry.fields)}</span>,
  },
  {
    id: "number",
    header: text.columns.number,
    numeric: true,
    cell: (entry) => <span className="soft">{entry.number ?? "–"}</span>,
  },
];

export function AuditPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const page = useQuery(auditQuery(search));
  const account = useAccount();
  useTitle(text.title);
  const query = stringifySearch({ ...search, cursor: undefined });
  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined
      ? undefined
      : () => void navigate({ search: (before) => ({ ...before, cursor }) });
  };
  return (
    <div className="page list-page">
      <div className="ph">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
        <span className="push row">
          <VerifyRecord />
          <ExportMenu look="normal" exports={listExports(list, query, "bellbuoy-audit")} />
        </span>
      </div>
      <FilterBar
        filters={[
          {
            kind: "text",
            id: "action",
            label: text.columns.action,
            always: true,
            value: search.action,
            onChange: (action) => void navigate({ search: { action }, replace: true }),
          },
        ]}
      />
      <Loaded asked={page}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState title={text.none} />
          ) : (
            <DataTable
              dense
              name={text.title}
              columns={columns(account)}
              rows={data.items}
              rowKey={(entry) => entry.id}
              paging={{ previous: turn(data.prev), next: turn(data.next) }}
            />
          )
        }
      </Loaded>
    </div>
  );
}
