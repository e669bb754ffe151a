import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { DeskKeysDialog, OutcomeBar, SelectionBar, useUndo } from "./bars";
import { KeyNotes } from "./desk-state";
import { useDeskLock } from "./key-ring";
import { LinkDialog } from "./link-dialog";
import { LockStrip } from "./lock-strip";
import { NamedPanel } from "./named-panel";
import type { Act } from "./panel-actions";
import { QueueList } from "./queue-list";
import { ReportPanel, type Outcome } from "./report-panel";
import { ResealBanner } from "./reseal-banner";
import { focusRow, useDeskKeys } from "./use-desk-keys";
import { useFreshRing } from "./use-fresh-ring";
import { useQueue } from "./use-queue";
import { useSelection } from "./use-selection";
import "./desk.css";
import "./panel.css";

const route = getRouteApi("/desk");

/** The triage desk: the queue, what is open beside it, and the keys that open it. */
export function DeskPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const lock = useDeskLock();
  const ring = useFreshRing();
  const shown = search.report ?? search.incident ?? null;
  const queue = useQueue(search.tab ?? "all", ring, shown);
  const selection = useSelection(queue.rows);
  const [wish, setWish] = useState<{ id: string; act: Act } | null>(null);
  const [linking, setLinking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [help, setHelp] = useState(false);
  const undo = useUndo(outcome, setOutcome);
  useTitle(words.desk.title);

  const to = ring?.to ?? null;
  const close = useCallback(() => {
    setWish(null);
    void navigate({ search: ({ tab }) => ({ tab }), resetScroll: false });
    if (shown !== null) window.requestAnimationFrame(() => focusRow(shown));
  }, [navigate, shown]);
  const onAct = useCallback(
    (act: Act | null) =>
      setWish(act === null || search.report === undefined ? null : { id: search.report, act }),
    [search.report],
  );
  const wanted = (id: string, act: Act) => {
    const row = queue.open.find((candidate) => candidate.id === id);
    const named = row?.kind === "named";
    if (!named && to !== null) setWish({ id, act });
    if (id !== shown) {
      const open = named ? { incident: id } : { report: id };
      void navigate({ search: ({ tab }) => ({ tab, ...open }), resetScroll: false });
    }
  };

  useDeskKeys({
    open: shown,
    onAct: wanted,
    onToggle: to === null ? () => undefined : selection.toggle,
    onLinkSelection: selection.chosen.size === 0 || to === null ? null : () => setLinking(true),
    onUndo: () => {
      if (outcome !== null && !undo.isPending) undo.mutate();
    },
    onClose: () => {
      if (shown !== null) close();
      else selection.clear();
    },
    onHelp: () => setHelp(true),
  });

  return (
    <div className={shown === null ? "desk-work" : "desk-work with-panel"}>
      <section className="desk-list" aria-label={words.desk.title}>
        <QueueList
          queue={queue}
          search={search}
          ring={ring}
          selection={selection}
          onKeys={() => setHelp(true)}
          below={
            <>
              <OutcomeBar outcome={outcome} undo={undo} onDismiss={() => setOutcome(null)} />
              {to !== null && (
                <SelectionBar
                  count={selection.chosen.size}
                  onLink={() => setLinking(true)}
                  onCancel={selection.clear}
                />
              )}
            </>
          }
        >
          {lock.state === "locked" ? (
            <LockStrip why={lock.why} />
          ) : (
            ring !== null && <KeyNotes ring={ring} closing={lock.closing} />
          )}
          {to !== null && <ResealBanner rows={queue.open} to={to} />}
        </QueueList>
      </section>
      {search.report !== undefined ? (
        <ReportPanel
          id={search.report}
          onClose={close}
          act={wish?.id === search.report ? wish.act : null}
          onAct={onAct}
          onOutcome={setOutcome}
          rows={[...queue.open, ...queue.rows]}
        />
      ) : (
        search.incident !== undefined && <NamedPanel reference={search.incident} onClose={close} />
      )}
      {linking && selection.chosen.size > 0 && (
        <LinkDialog
          ids={[...selection.chosen]}
          others={queue.open}
          onClose={() => setLinking(false)}
          onDone={() => {
            setLinking(false);
            selection.clear();
          }}
        />
      )}
      {help && <DeskKeysDialog onClose={() => setHelp(false)} />}
    </div>
  );
}
