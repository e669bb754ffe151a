import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { listExports } from "~/api/list-exports";
import { useAccount } from "~/api/session";
import { otherEntries, paths } from "~/app/paths";
import { cursorOf } from "~/lib/cursor";
import { BarredButton, Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { managesKeys } from "./can";
import { keyColumns } from "./key-columns";
import { KeyDialog } from "./key-dialog";
import { endingSoon } from "./key-state";
import { MakeDialog } from "./make-dialog";
import { keysQuery } from "./queries";

const route = getRouteApi("/organisation/keys");
const text = words.apiKeys;

/** The keys with which programs act for the own organisation. */
export function KeysPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const keys = useQuery(keysQuery(search));
  const [making, setMaking] = useState(false);
  useTitle(text.title);
  const { organisation } = account ?? {};
  if (organisation === null || organisation === undefined) return null;

  const manages = managesKeys(account);
  const open = (key: string | undefined) => void navigate({ search: (before) => ({ ...before, key }) });
  const turn = (link: string | null | undefined) => {
    const cursor = cursorOf(link);
    return cursor === undefined ? undefined : () => void navigate({ search: { cursor } });
  };
  return (
    <section className="keys-page">
      <div className="ph">
        <h2>{text.heading}</h2>
        {keys.data !== undefined && keys.data.items.length > 0 && (
          <span className="soft">
            {text.count(keys.data.items.length, cursorOf(keys.data.next) !== undefined)}
          </span>
        )}
        <span className="push row">
          {account?.membership?.role !== "duty_officer" && (
            <ExportMenu look="normal" exports={listExports("/api/v1/api-keys", "", "bellbuoy-api-keys")} />
          )}
          {manages ? (
            <Button look="go" onClick={() => setMaking(true)}>
              {text.make.action}
            </Button>
          ) : (
            <BarredButton reason={text.readOnly}>{text.make.action}</BarredButton>
          )}
        </span>
      </div>
      <p className="soft prose">
        {text.intro(organisation.name)} <a href={otherEntries.apiDocs()}>{text.docs}</a>
      </p>
      <Loaded asked={keys}>
        {({ items, prev, next }) =>
          items.length === 0 ? (
            <EmptyState title={text.none}>{manages ? text.noneHint : text.noneReadOnly}</EmptyState>
          ) : (
            <Keys keys={items} paging={{ previous: turn(prev), next: turn(next) }} />
          )
        }
      </Loaded>
      <section className="form-part">
        <div className="note">
          <h3>{text.found.title}</h3>
          <p className="soft prose">
            {text.found.text} <Link to={paths.leakedKey()}>{text.found.link}</Link>
          </p>
        </div>
      </section>
      {making && (
        <MakeDialog
          onClose={() => setMaking(false)}
          onPaired={(id) => {
            setMaking(false);
            open(id);
          }}
        />
      )}
      {search.key !== undefined && (
        <KeyDialog
          key={search.key}
          id={search.key}
          organisation={organisation.id}
          manages={manages}
          onClose={() => open(undefined)}
        />
      )}
    </section>
  );
}

function Keys({
  keys,
  paging,
}: {
  keys: readonly Schemas["ApiKey"][];
  paging: { previous: (() => void) | undefined; next: (() => void) | undefined };
}) {
  const now = new Date();
  const soon = endingSoon(keys, now);
  return (
    <>
      {soon > 0 && <p className="note warn">{text.soon(soon)}</p>}
      <DataTable
        name={text.heading}
        columns={keyColumns(now)}
        rows={keys}
        rowKey={(key) => key.id}
        paging={paging}
      />
    </>
  );
}
