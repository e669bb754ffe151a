import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { label, words } from "~/words/words";
import { mayRate, moderates } from "./can";
import { StepDialog } from "./step-dialog";

const text = words.ratings.steps;

/** The steps that the API says are left for the reader. */
export function StepsPart({
  rating,
  onReread,
}: {
  rating: Schemas["Rating"];
  onReread: () => Promise<unknown>;
}) {
  const [open, setOpen] = useState<Schemas["RatingStep"] | null>(null);
  const account = useAccount();
  // An auditor of the organisation reads only.
  const possible = mayRate(account) || moderates(account) ? rating.possible : [];
  const steps = possible.filter((step) => step !== "mend");
  return (
    <section className="decisions" aria-label={text.title}>
      {possible.length === 0 && <p className="soft">{text.none}</p>}
      <div className="row">
        {possible.includes("mend") && (
          <Link className="btn" to={paths.editRating(rating.id)}>
            {text.mend}
          </Link>
        )}
        {steps.map((step) => (
          <Button
            key={step}
            look={step === "publish" || step === "publish_answer" ? "go" : "normal"}
            onClick={() => setOpen(step)}
          >
            {label("RatingStep", step)}
          </Button>
        ))}
      </div>
      {open !== null && possible.includes(open) && (
        <StepDialog rating={rating} step={open} onReread={onReread} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
