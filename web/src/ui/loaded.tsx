import { useState, type ReactNode } from "react";
import { ErrorState, LoadingState } from "./states";
import { useUiWords } from "./ui-words";

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  /** Why the last try failed, while another one is under way. */
  failureReason?: unknown;
  refetch: () => unknown;
}

/** The error to show: at the first failed try, and while another one is under way. */
function useTrouble<T>({ data, error, failureReason }: Asked<T>): unknown {
  const words = useUiWords();
  const now = error ?? failureReason ?? null;
  const [kept, setKept] = useState<unknown>(null);
  const next =
    data !== undefined || (now !== null && words.explain(now).every === null) ? null : (now ?? kept);
  if (next !== kept) setKept(next);
  return now ?? next;
}

/** The three faces of anything that is fetched. What was shown stays while it is fetched again. */
export function Loaded<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const trouble = useTrouble(asked);
  if (asked.data !== undefined) return children(asked.data);
  if (trouble !== null) return <ErrorState error={trouble} onRetry={() => void asked.refetch()} />;
  return <LoadingState />;
}
