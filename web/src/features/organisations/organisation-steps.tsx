import { useState } from "react";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { words } from "~/words/words";
import { needsReason, organisationSteps } from "./can";
import { useStepOrganisation } from "./queries";
import { StepForm } from "./step-form";

type Step = Schemas["OrganisationStep"];

const text = words.directory.steps;

interface Stepped {
  organisation: Schemas["Organisation"];
  etag: string;
  onReread: () => Promise<unknown>;
}

/** What an administrator may change of where an organisation stands. */
export function OrganisationSteps({ organisation, etag, onReread }: Stepped) {
  const [open, setOpen] = useState<Step | null>(null);
  const offered = organisationSteps("admin", organisation.status);
  if (offered.length === 0) return null;
  return (
    <section className="decisions" aria-label={text.title}>
      <div className="row">
        {offered.map((step) => (
          <Button key={step} onClick={() => setOpen(step)}>
            {text.action[step]}
          </Button>
        ))}
      </div>
      {open !== null && offered.includes(open) && (
        <StepDialog
          step={open}
          organisation={organisation}
          etag={etag}
          onReread={onReread}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function StepDialog({
  step,
  organisation,
  etag,
  onReread,
  onClose,
}: Stepped & { step: Step; onClose: () => void }) {
  const take = useStepOrganisation(organisation.id);
  return (
    <Dialog title={text.titleOf[step](organisation.name)} onClose={onClose}>
      <StepForm
        effect={text.effect[step]}
        action={text.action[step]}
        reason={needsReason(step) ? { label: text.reason, hint: text.reasonHint } : undefined}
        error={take.error}
        busy={take.isPending}
        onSubmit={(reason) =>
          take.mutate(
            { body: { step, ...(reason === undefined ? {} : { reason }) }, etag },
            { onSuccess: onClose },
          )
        }
        onReread={() => void onReread().then(() => take.reset())}
        onCancel={onClose}
      />
    </Dialog>
  );
}
