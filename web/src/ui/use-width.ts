import { useLayoutEffect, useRef, useState, type RefObject } from "react";

/** The width an element really has, so that a drawing is made at that size and its labels never shrink. */
export function useWidth<E extends HTMLElement>(start = 0): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(start);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const measure = () => setWidth(Math.floor(watched.getBoundingClientRect().width));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
