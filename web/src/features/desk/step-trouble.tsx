import { useQueryClient } from "@tanstack/react-query";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { caseKey } from "./queries";
import { DeskLocked, NotOpen } from "./use-step";

/** Why a step failed. If someone was faster, the newest version is one press away and what was typed stays. */
export function StepTrouble({
  id,
  error,
  onReread,
}: {
  id: string;
  error: Error | null;
  onReread: () => void;
}) {
  const cache = useQueryClient();
  if (error === null) return null;
  if (error instanceof DeskLocked) return <Plain said={words.desk.lock.locked} />;
  if (error instanceof NotOpen) return <Plain said={words.desk.panel[error.why]} />;
  return (
    <>
      <ErrorState error={error} />
      {isStale(error) && (
        <p className="row">
          <Button onClick={() => void cache.refetchQueries({ queryKey: caseKey(id) }).then(onReread)}>
            {words.desk.stale.reread}
          </Button>
          <span className="small soft">{words.desk.stale.hint}</span>
        </p>
      )}
    </>
  );
}

export function isStale(error: Error | null): boolean {
  return asProblem(error)?.status === 412;
}

function Plain({ said }: { said: string }) {
  return (
    <p className="note bad" role="alert">
      {said}
    </p>
  );
}
