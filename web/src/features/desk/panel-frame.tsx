import { useEffect, useRef, type ReactNode } from "react";
import { Button } from "~/ui/button";
import { words } from "~/words/words";

const text = words.desk.panel;

/** What stands beside the list. It takes the focus when something else comes into it. */
export function PanelFrame({
  subject,
  name,
  mark,
  onClose,
  children,
}: {
  subject: string;
  name: string;
  mark: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    const beside = window.matchMedia("(min-width: 801px)").matches;
    if (!beside) panel.current?.scrollIntoView({ block: "start" });
  }, [subject]);
  return (
    <aside ref={panel} className="desk-panel" aria-label={name} tabIndex={-1}>
      <div className="ps panel-top">
        <div className="row">
          {mark}
          <span className="push" />
          <Button look="plain" onClick={onClose}>
            {text.close} <kbd aria-hidden="true">{text.esc}</kbd>
          </Button>
        </div>
      </div>
      {children}
    </aside>
  );
}

export function PanelPart({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="ps">
      <h3>
        {title} {aside !== undefined && <span>{aside}</span>}
      </h3>
      {children}
    </section>
  );
}
