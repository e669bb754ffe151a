import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { Button } from "./button";
import { useUiWords } from "./ui-words";

/** A modal: the browser's own element keeps the focus inside and gives it back. Drawn only while it is open. */
export function Dialog({
  title,
  onClose,
  children,
  wide = false,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
}) {
  const words = useUiWords();
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the element is taken out: the browser gives the focus back only from one that is still there.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>(".dialog-content :is(input, select, textarea)")?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={wide ? "dialog wide-dialog" : "dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A browser closes by itself when Escape is pressed twice; whether it stays open is not its word.
      onClose={() => {
        if (element.current?.open !== false) return;
        element.current.showModal();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button look="plain" onClick={onClose}>
            {words.close}
          </Button>
        </header>
        <div className="dialog-content">{children}</div>
      </div>
    </dialog>
  );
}
