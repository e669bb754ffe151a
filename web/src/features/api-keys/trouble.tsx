import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";

const text = words.apiKeys;

/** Somebody was faster. */
export function isStale(error: unknown): boolean {
  return asProblem(error)?.status === 412;
}

/** A refusal that belongs to no field; after somebody was faster, the way to what they left. */
export function Trouble({ error, onReread }: { error: Error | null; onReread: () => void }) {
  if (error === null) return null;
  return (
    <>
      <ErrorState error={error} />
      {(isStale(error) || asProblem(error)?.status === 409) && (
        <p className="row">
          <Button onClick={onReread}>{text.reread}</Button>
          <span className="small soft">{text.rereadHint}</span>
        </p>
      )}
    </>
  );
}
