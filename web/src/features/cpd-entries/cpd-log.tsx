import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { listExports } from "~/api/list-exports";
import { paths } from "~/app/paths";
import { cursorOf } from "~/lib/cursor";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { ExportMenu } from "~/ui/export-menu";
import { Loaded } from "~/ui/loaded";
import { ErrorState } from "~/ui/states";
import { label, words } from "~/words/words";
import { EntryForm } from "./entry-form";
import { logQuery, useDeleteEntry } from "./queries";

type Entry = Schemas["CpdEntry"];

const text = words.cpd;

/** What one did to stay current, and a form for more. */
export function CpdLog() {
  const [cursor, setCursor] = useState<string>();
  const [changes, setChanges] = useState<Entry>();
  const log = useQuery(logQuery(cursor));
  const turn = (link: string | null | undefined) => {
    const next = cursorOf(link);
    return next === undefined ? undefined : () => setCursor(next);
  };
  return (
    <>
      <section className="form-part line">
        <h2>{text.form.title}</h2>
        <EntryForm />
      </section>
      <section className="form-part line">
        <div className="headr">
          <h2>{text.log.title}</h2>
          <span className="push row">
            <ExportMenu
              look="normal"
              exports={listExports("/api/v1/cpd-entries", "", "bellbuoy-cpd-entries")}
            />
          </span>
        </div>
        <Loaded asked={log}>
          {({ items, prev, next }) =>
            items.length === 0 ? (
              <p className="soft">{text.log.none}</p>
            ) : (
              <>
                <ul className="held">
                  {items.map((entry) => (
                    <Line key={entry.id} entry={entry} onChange={() => setChanges(entry)} />
                  ))}
                </ul>
                <Pages previous={turn(prev)} next={turn(next)} />
              </>
            )
          }
        </Loaded>
      </section>
      {changes !== undefined && (
        <Dialog title={text.form.changeTitle} onClose={() => setChanges(undefined)}>
          <EntryForm entry={changes} onDone={() => setChanges(undefined)} />
        </Dialog>
      )}
    </>
  );
}

function Pages({ previous, next }: { previous: (() => void) | undefined; next: (() => void) | undefined }) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav className="pages" aria-label={words.ui.table.pages}>
      <Button disabled={previous === undefined} onClick={previous}>
        {words.ui.table.previous}
      </Button>
      <Button disabled={next === undefined} onClick={next}>
        {words.ui.table.next}
      </Button>
    </nav>
  );
}

function Line({ entry, onChange }: { entry: Entry; onChange: () => void }) {
  const remove = useDeleteEntry();
  const { id, etag, title, sitting_id: sitting, learned } = entry;
  return (
    <li className="logged">
      <div>
        <p>
          {sitting === null || sitting === undefined ? (
            title
          ) : (
            <Link to={paths.sitting(sitting)}>{title}</Link>
          )}
        </p>
        <p className="small soft">
          {words.format.day(entry.done_on)} ·{" "}
          {sitting === null || sitting === undefined ? label("CpdKind", entry.kind) : text.log.sitting}
        </p>
        {learned !== null && learned !== undefined && <p className="small">{learned}</p>}
        {remove.isError && <ErrorState error={remove.error} />}
      </div>
      <span className="num nowrap">{text.log.hours(entry.hours)}</span>
      {etag === null || etag === undefined ? (
        <span />
      ) : (
        <span className="row">
          <Button aria-label={text.log.changeName(title)} onClick={onChange}>
            {text.log.change}
          </Button>
          <Button
            aria-label={text.log.removeName(title)}
            disabled={remove.isPending}
            onClick={() => remove.mutate({ id, etag })}
          >
            {remove.isPending ? text.log.removing : text.log.remove}
          </Button>
        </span>
      )}
    </li>
  );
}
