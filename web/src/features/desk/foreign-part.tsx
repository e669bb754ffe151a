import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/states";
import { words } from "~/words/words";
import type { Foreign } from "./case";
import { discard, takeUp } from "./foreign";
import { caseKey, currentDesk, envelopesKey, type CaseState } from "./queries";
import { StepTrouble } from "./step-trouble";
import { DeskLocked } from "./use-step";

const text = words.desk.panel;

/** It opened and is no report: what that means, and the way out of the queue. */
export function ForeignPart({
  foreign,
  mayWrite,
  onClosed,
}: {
  foreign: Foreign;
  mayWrite: boolean;
  onClosed: () => void;
}) {
  const cache = useQueryClient();
  const { id, state } = foreign.envelope;
  const closed = state === "closed";
  const step = useMutation({
    mutationFn: () => {
      const desk = currentDesk();
      if (desk === null) throw new DeskLocked();
      return (closed ? takeUp : discard)(desk, foreign);
    },
    onSuccess: (after) => {
      cache.setQueryData<CaseState>(caseKey(id), { kind: "foreign", ...after });
      if (!closed) onClosed();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: envelopesKey }),
  });
  return (
    <div className="ps">
      <EmptyState title={text.foreign}>
        <p>{text.foreignHint}</p>
        <p>{closed ? text.foreignClosed : mayWrite ? text.foreignEffect : text.readOnly}</p>
      </EmptyState>
      {mayWrite && (
        <div className="row panel-actions">
          <Button look={closed ? "normal" : "go"} disabled={step.isPending} onClick={() => step.mutate()}>
            {closed ? text.reopen : text.foreignClose}
          </Button>
        </div>
      )}
      <StepTrouble id={id} error={step.error} onReread={step.reset} />
    </div>
  );
}
