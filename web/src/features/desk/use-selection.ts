import { useCallback, useMemo, useState } from "react";
import type { Row } from "./rows";

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
}

const nothing: ReadonlySet<string> = new Set();

/** Sealed reports that were ticked and are still in the list. */
export function useSelection(rows: readonly Row[]): Selection {
  const [ticked, setTicked] = useState(nothing);
  const chosen = useMemo(() => {
    const sealed = rows.filter((row) => row.kind === "sealed").map((row) => row.id);
    return new Set(sealed.filter((id) => ticked.has(id)));
  }, [rows, ticked]);
  const toggle = useCallback(
    (id: string) =>
      setTicked((before) =>
        before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
      ),
    [],
  );
  const clear = useCallback(() => setTicked(nothing), []);
  return useMemo(() => ({ chosen, toggle, clear }), [chosen, toggle, clear]);
}
