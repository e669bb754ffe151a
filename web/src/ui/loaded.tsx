import type { ReactNode } from "react";
import { ErrorState, LoadingState } from "./states";

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** The three faces of anything that is fetched. What was shown stays while it is fetched again. */
export function Loaded<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  if (asked.data !== undefined) return children(asked.data);
  if (asked.error !== null && asked.error !== undefined) {
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  }
  return <LoadingState />;
}
