import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { CertificationApplication } from "~/api/certification";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { useDiscard, useStep } from "./queries";

const text = words.certificationDraft.end;

/** The way out: a draft is thrown away, what was sent is withdrawn. Both ask once more. */
export function EndPart({ application, etag }: { application: CertificationApplication; etag: string }) {
  const navigate = useNavigate();
  const step = useStep(application.id);
  const discard = useDiscard(application.id);
  const [sure, setSure] = useState(false);
  if (!application.steps.includes("withdraw")) return null;
  const draft = application.stage === "draft";
  const act = () => {
    if (draft)
      discard.mutate(application.etag, { onSuccess: () => void navigate({ to: paths.certification() }) });
    else step.mutate({ body: { step: "withdraw" }, etag });
  };
  const name = draft ? text.discard : text.withdraw;
  const error = step.error ?? discard.error;
  return (
    <section className="form-part end-part">
      <p className="small soft">{draft ? text.discardNote : text.withdrawNote}</p>
      {error !== null && <ErrorState error={error} />}
      <div className="row">
        {sure ? (
          <>
            <span>{text.sure}</span>
            <Button look="danger" disabled={step.isPending || discard.isPending} onClick={act}>
              {name}
            </Button>
            <Button onClick={() => setSure(false)}>{text.no}</Button>
          </>
        ) : (
          <Button onClick={() => setSure(true)}>{name}</Button>
        )}
      </div>
    </section>
  );
}
