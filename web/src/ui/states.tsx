import { useEffect, useRef, type ReactNode } from "react";
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

/** The address names a thing that is not there: the page says so itself, and leads back. */
export function MissingPage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="prose">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>{children}</p>
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

/** After an outage the same is asked again, until it is over. */
function useLooks(error: unknown, every: number | null, look: (() => void) | undefined): void {
  const current = useRef(look);
  useEffect(() => {
    current.current = look;
  });
  useEffect(() => {
    if (every === null) return undefined;
    const timer = window.setInterval(() => current.current?.(), every * 1_000);
    return () => window.clearInterval(timer);
  }, [error, every]);
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const words = useUiWords();
  const { title, detail, requestId, again, wait, every } = words.explain(error);
  const looks = onRetry === undefined ? null : every;
  useLooks(error, looks, onRetry);
  const then = looks !== null ? words.looksEvery(looks) : wait === null ? null : words.waitFor(wait);
  const said = [detail, then].filter((part) => part !== null).join(" ");
  return (
    <div className="state" role="alert">
      <div className="note bad">
        <p className="strong">{title}</p>
        {said !== "" && <p className="soft">{said}</p>}
        {requestId !== null && <p className="small soft mono">{words.requestId(requestId)}</p>}
      </div>
      {onRetry !== undefined && again && <Button onClick={onRetry}>{words.tryAgain}</Button>}
    </div>
  );
}
