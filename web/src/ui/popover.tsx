import { useEffect, useId, useRef, useState, type ReactNode } from "react";

export interface PopoverTrigger {
  "aria-expanded": boolean;
  "aria-controls": string;
  onClick: () => void;
}

/** Something that floats below its trigger until Escape, a click elsewhere, or the focus leaving it. */
export function Popover({
  trigger,
  children,
  align = "start",
  startsOpen = false,
}: {
  trigger: (props: PopoverTrigger) => ReactNode;
  children: (close: () => void) => ReactNode;
  align?: "start" | "end";
  startsOpen?: boolean;
}) {
  const [open, setOpen] = useState(startsOpen);
  const box = useRef<HTMLSpanElement>(null);
  const id = useId();

  useEffect(() => {
    if (startsOpen) box.current?.querySelector<HTMLElement>(".pop-body input, .pop-body select")?.focus();
  }, [startsOpen]);

  // On a phone it would open below the edge of the screen.
  useEffect(() => {
    if (open) box.current?.querySelector(".pop-body")?.scrollIntoView({ block: "nearest" });
  }, [open]);

  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !(box.current?.contains(event.target) ?? false)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    box.current?.querySelector("button")?.focus();
  };

  return (
    <span
      className="pop"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      {trigger({ "aria-expanded": open, "aria-controls": id, onClick: () => setOpen(!open) })}
      {open && (
        <span id={id} className={align === "end" ? "pop-body pop-end" : "pop-body"}>
          {children(close)}
        </span>
      )}
    </span>
  );
}
