import { useEffect, useRef, type RefObject } from "react";

/** Where to correct: after a refusal the first control that it names has the focus, and what it says is in sight. */
export function useFaultFocus(error: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error === null) return;
    const faulty = form.current?.querySelector(".faulty");
    faulty?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    // On a phone what is wrong stands below the edge, also where the control has the focus already.
    (faulty ?? form.current?.querySelector('[role="alert"]'))?.scrollIntoView({ block: "nearest" });
  }, [error]);
  return form;
}
