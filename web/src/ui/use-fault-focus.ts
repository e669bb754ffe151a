import { useEffect, useRef, type RefObject } from "react";

/** Where to correct: after a refusal the first control that it names has the focus. */
export function useFaultFocus(error: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error === null) return;
    form.current?.querySelector<HTMLElement>(".faulty :is(input, select, textarea)")?.focus();
  }, [error]);
  return form;
}
