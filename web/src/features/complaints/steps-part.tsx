import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { ownEntryQuery } from "~/api/register";
import { Button } from "~/ui/button";
import { label, words } from "~/words/words";
import { stepsFor, type Step } from "./can";
import { StepDialog } from "./step-dialog";

const text = words.complaints.steps;

/** The steps that are left, or that none is. */
export function StepsPart({
  complaint,
  certificate,
  onReread,
}: {
  complaint: Schemas["Complaint"];
  certificate: Schemas["Certificate"];
  onReread: () => Promise<unknown>;
}) {
  const [open, setOpen] = useState<Step | null>(null);
  const own = useQuery(ownEntryQuery);
  const steps = stepsFor(complaint.status);
  const aboutOneself = own.data?.value.id === certificate.holder.id;
  return (
    <section className="decisions" aria-label={text.title}>
      {steps.length === 0 || aboutOneself ? (
        <p className="soft">{steps.length === 0 ? text.decided : text.aboutOneself}</p>
      ) : (
        <div className="row">
          {steps.map((step, at) => (
            <Button key={step} look={at === 0 ? "go" : "normal"} onClick={() => setOpen(step)}>
              {label("ComplaintStep", step)}
            </Button>
          ))}
        </div>
      )}
      {open !== null && steps.includes(open) && (
        <StepDialog
          complaint={complaint}
          certificate={certificate}
          step={open}
          onReread={onReread}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
