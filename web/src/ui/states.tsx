import type { ReactNode } from "react";
import { Button } from "./button";
import { useUiWords } from "./ui-words";

/** Nothing to show, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <p className="strong">{title}</p>
      {children !== undefined && <div className="soft">{children}</div>}
    </div>
  );
}

export function LoadingState() {
  const words = useUiWords();
  return (
    <div className="state loading" role="status">
      <span className="loading-bar" aria-hidden="true" />
      <p className="soft">{words.loading}</p>
    </div>
  );
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const words = useUiWords();
  const { title, detail, requestId, again } = words.explain(error);
  return (
    <div className="state" role="alert">
      <div className="note bad">
        <p className="strong">{title}</p>
        {detail !== null && <p className="soft">{detail}</p>}
        {requestId !== null && <p className="small soft mono">{words.requestId(requestId)}</p>}
      </div>
      {onRetry !== undefined && again && <Button onClick={onRetry}>{words.tryAgain}</Button>}
    </div>
  );
}
