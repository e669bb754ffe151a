import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CertificationApplication } from "~/api/certification";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { ErrorState } from "~/ui/states";
import { StateMark } from "~/ui/state-mark";
import { words } from "~/words/words";
import { reviewersQuery, useStep } from "./queries";

const text = words.review.assign;

/** Who reviews: everybody who could, with what stands in the way of some. */
export function AssignPart({ application }: { application: CertificationApplication }) {
  const { steps } = application;
  const step = steps.includes("assign") ? "assign" : steps.includes("reassign") ? "reassign" : null;
  const [opened, setOpened] = useState(false);
  if (step === null) return null;
  return (
    <section className="side-part">
      <h2>{text.title}</h2>
      {step === "reassign" && !opened ? (
        <>
          <p>{application.reviewer}</p>
          <div className="row">
            <Button onClick={() => setOpened(true)}>{text.again}</Button>
          </div>
        </>
      ) : (
        <Choose application={application} step={step} onDone={() => setOpened(false)} />
      )}
    </section>
  );
}

function Choose({
  application,
  step: taken,
  onDone,
}: {
  application: CertificationApplication;
  step: "assign" | "reassign";
  onDone: () => void;
}) {
  const all = useQuery(reviewersQuery(application.id, application.etag));
  const step = useStep(application.id);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Loaded asked={all}>
      {(candidates) =>
        candidates.length === 0 ? (
          <p className="soft">{text.none}</p>
        ) : (
          <>
            <fieldset className="candidates">
              <legend className="small soft">{text.choose}</legend>
              {candidates.map(({ account_id: id, name, conflict, open }) => {
                const now = id === application.reviewer_id;
                const barred = (conflict ?? null) !== null;
                return (
                  <label key={id} className="choice">
                    <input
                      type="radio"
                      name="reviewer"
                      value={id}
                      disabled={barred || now}
                      checked={chosen === id}
                      onChange={() => setChosen(id)}
                    />
                    <span>
                      {name} <br />
                      <span className="small soft">{now ? text.now : text.waiting(open)}</span>
                      {typeof conflict === "string" && (
                        <span className="small conflict">
                          <StateMark tone="stopped" label={text.barred(conflict)} />
                        </span>
                      )}
                    </span>
                  </label>
                );
              })}
            </fieldset>
            {step.isError && <ErrorState error={step.error} />}
            <div className="row">
              <Button
                look="go"
                disabled={chosen === null || step.isPending}
                onClick={() =>
                  step.mutate(
                    { body: { step: taken, reviewer_id: chosen }, etag: application.etag },
                    { onSuccess: onDone },
                  )
                }
              >
                {text.action}
              </Button>
            </div>
          </>
        )
      }
    </Loaded>
  );
}
