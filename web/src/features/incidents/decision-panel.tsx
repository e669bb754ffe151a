import { useState } from "react";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { label, words } from "~/words/words";
import { DecisionDialog } from "./decision-dialog";

type Decision = Schemas["Decision"];

const text = words.incidents.decision;

/** The steps one may take, the likeliest as the one primary button. */
export function DecisionPanel({
  incident,
  etag,
  offered,
  onReread,
}: {
  incident: Schemas["Incident"];
  etag: string;
  offered: readonly Decision[];
  onReread: () => Promise<unknown>;
}) {
  const [open, setOpen] = useState<Decision | null>(null);
  if (offered.length === 0) return null;
  return (
    <section className="decisions" aria-label={text.title}>
      <div className="row">
        {offered.map((decision, at) => (
          <Button key={decision} look={at === 0 ? "go" : "normal"} onClick={() => setOpen(decision)}>
            {label("Decision", decision)}
          </Button>
        ))}
      </div>
      {open !== null && offered.includes(open) && (
        <DecisionDialog
          incident={incident}
          etag={etag}
          decision={open}
          onReread={onReread}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
