import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { shortName } from "./labels";
import { envelopesKey } from "./queries";
import type { Outcome } from "./report-panel";
import { reopen } from "./steps";
import { takeStep } from "./use-step";

/** What a selection would change, before it changes anything. */
export function SelectionBar({
  count,
  onLink,
  onCancel,
}: {
  count: number;
  onLink: () => void;
  onCancel: () => void;
}) {
  const text = words.desk.selection;
  if (count === 0) return null;
  return (
    <div className="desk-banner" role="status">
      <span>
        <b>{text.chosen(count)}</b> {text.effect(count)}
      </span>
      <span className="push row">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button onClick={onLink}>{text.link}</Button>
      </span>
    </div>
  );
}

function saidOf({ id, kind, reference }: Outcome): string {
  const text = words.desk.done;
  const name = shortName(id);
  return kind === "accepted" ? text.accepted(name, reference ?? "") : text[kind](name);
}

function canUndo({ kind }: Outcome): boolean {
  return kind !== "reopened" && kind !== "discarded";
}

/** Takes the last decision back, as far as that is possible. */
export function useUndo(outcome: Outcome | null, onUndone: (outcome: Outcome) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      if (outcome === null || !canUndo(outcome)) return;
      await takeStep<undefined>(cache, outcome.id, undefined, (desk, one, _, keep) =>
        reopen(desk, one, keep),
      );
      onUndone({ id: outcome.id, kind: "reopened" });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: envelopesKey }),
  });
}

export function OutcomeBar({
  outcome,
  undo,
  onDismiss,
}: {
  outcome: Outcome | null;
  undo: ReturnType<typeof useUndo>;
  onDismiss: () => void;
}) {
  const text = words.desk.done;
  if (outcome === null) return null;
  return (
    <div className="desk-banner" role="status">
      <span>
        <b>{saidOf(outcome)}</b> {canUndo(outcome) && <span className="soft">{text.undoHint}</span>}
        {undo.isError && <ErrorState error={undo.error} />}
      </span>
      <span className="push row">
        {canUndo(outcome) && (
          <Button disabled={undo.isPending} onClick={() => undo.mutate()}>
            {text.undo} <kbd aria-hidden="true">{text.undoKey}</kbd>
          </Button>
        )}
        <Button look="plain" onClick={onDismiss}>
          {text.dismiss}
        </Button>
      </span>
    </div>
  );
}

const { list, title, all, elsewhere, help } = words.desk.keys;

export function KeysLegend({ onAll }: { onAll: () => void }) {
  return (
    <div className="desk-keys">
      {list.map(([keys, meaning]) => (
        <span key={meaning}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {meaning}
        </span>
      ))}
      <button type="button" className="keys-button" onClick={onAll}>
        <kbd aria-hidden="true">{help}</kbd> {all}
      </button>
    </div>
  );
}

/** The keys of this page, and below them those of every page. */
export function DeskKeysDialog({ onClose }: { onClose: () => void }) {
  const { keys } = words.frame;
  const everywhere: [string[], string][] = [
    [["⌘K", "/"], keys.find],
    [["g", "q"], keys.queue],
    [["g", "i"], keys.incidents],
    [["g", "a"], keys.advisories],
    [["g", "s"], keys.statistics],
    [["g", "f"], keys.figures],
  ];
  return (
    <Dialog title={title} onClose={onClose}>
      <KeyList rows={list} />
      <h3>{elsewhere}</h3>
      <KeyList rows={everywhere} />
    </Dialog>
  );
}

function KeyList({ rows }: { rows: readonly [string[], string][] }) {
  return (
    <dl className="kv keys-list">
      {rows.map(([pressed, meaning]) => (
        <div key={meaning}>
          <dt>
            {pressed.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
