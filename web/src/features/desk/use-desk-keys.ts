import { useEffect, useRef } from "react";
import { useKeys } from "~/ui/use-keys";
import type { Act } from "./panel-actions";

const jumpMs = 1_000;

/** The row whose link has the focus. */
export function focusedRow(): string | null {
  const { activeElement: at } = document;
  return at instanceof HTMLElement && at.id.startsWith("row-") ? at.id.slice("row-".length) : null;
}

export function focusRow(id: string): void {
  document.getElementById(`row-${id}`)?.focus();
}

interface DeskKeys {
  /** What is open in the panel. */
  readonly open: string | null;
  readonly onAct: (id: string, act: Act) => void;
  readonly onToggle: (id: string) => void;
  readonly onLinkSelection: (() => void) | null;
  readonly onUndo: () => void;
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

function plain(event: KeyboardEvent): boolean {
  const typing =
    event.target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  return !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/**
 * The desk's single keys. Two are heard before anybody else does: j and k go on from the report in the panel, and ?
 * lists the keys of this page.
 */
export function useDeskKeys(desk: DeskKeys): void {
  const current = useRef(desk);
  const jumped = useRef(0);
  useEffect(() => {
    current.current = desk;
  });
  useEffect(() => {
    const before = (event: KeyboardEvent) => {
      if (!plain(event) || document.querySelector("dialog[open]") !== null) return;
      const { open, onHelp } = current.current;
      if ((event.key === "j" || event.key === "k") && focusedRow() === null && open !== null) focusRow(open);
      if (event.key !== "?") return;
      event.stopPropagation();
      onHelp();
    };
    window.addEventListener("keydown", before, { capture: true });
    return () => window.removeEventListener("keydown", before, { capture: true });
  }, []);

  // After g the next key belongs to a jump. The key itself must not be typed into what opens by it.
  const act = (wish: Act) => (event: KeyboardEvent) => {
    const id = focusedRow() ?? desk.open;
    if (id === null || Date.now() - jumped.current < jumpMs) return;
    event.preventDefault();
    desk.onAct(id, wish);
  };
  const linkSelection = desk.onLinkSelection;
  useKeys({
    g: () => {
      jumped.current = Date.now();
    },
    o: () => {
      if (focusedRow() !== null && document.activeElement instanceof HTMLElement)
        document.activeElement.click();
    },
    x: () => {
      const id = focusedRow() ?? desk.open;
      if (id !== null) desk.onToggle(id);
    },
    a: act("accept"),
    f: act("refuse"),
    l:
      linkSelection === null
        ? act("link")
        : (event) => {
            event.preventDefault();
            linkSelection();
          },
    n: act("note"),
    r: act("reply"),
    u: desk.onUndo,
    Escape: desk.onClose,
  });
}
