import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { ownEntryQuery, schemeQuery } from "~/api/register";
import { useAccount } from "~/api/session";
import { today } from "~/lib/day-count";
import { renewal } from "~/lib/renewal";
import { BarredButton, Button } from "~/ui/button";
import { label, words } from "~/words/words";
import { actorOf, needsReason, stepsFor, type Step } from "./can";
import { StepDialog } from "./step-dialog";

type Certificate = Schemas["Certificate"];

const text = words.certificates.steps;

/** What the scheme may do with a certificate, or its holder; nothing for everybody else. */
export function StepPanel({
  certificate,
  etag,
  onReread,
}: {
  certificate: Certificate;
  etag: string;
  onReread: () => Promise<unknown>;
}) {
  const account = useAccount();
  const own = useQuery({ ...ownEntryQuery, enabled: account !== null });
  const [open, setOpen] = useState<Step | null>(null);
  const actor = actorOf(account, own.data?.value.id, certificate.holder.id);
  if (actor === null) return null;
  const steps = stepsFor(actor, certificate.status);
  return (
    <section className="take line">
      <h2>{actor === "scheme" ? text.title : text.ownTitle}</h2>
      {steps.length === 0 && <p className="soft">{text.none}</p>}
      {steps.map((step) =>
        step === "renew" ? (
          <Renew key={step} certificate={certificate} onOpen={() => setOpen("renew")} />
        ) : (
          <Button
            key={step}
            look={needsReason(step) || step === "withdraw" ? "danger" : "normal"}
            onClick={() => setOpen(step)}
          >
            {label("CertificateStep", step)}
          </Button>
        ),
      )}
      {open !== null && (
        <StepDialog
          certificate={certificate}
          step={open}
          etag={etag}
          onReread={onReread}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function Renew({ certificate, onOpen }: { certificate: Certificate; onOpen: () => void }) {
  const scheme = useQuery(schemeQuery(certificate.scheme)).data?.version.content;
  if (scheme === undefined) return null;
  const may = renewal(certificate.valid_to, scheme, today());
  if (may.open) return <Button onClick={onOpen}>{label("CertificateStep", "renew")}</Button>;
  const reason =
    may.opens === undefined ? text.barred.closed(may.closed ?? "") : text.barred.opens(may.opens);
  return <BarredButton reason={reason}>{label("CertificateStep", "renew")}</BarredButton>;
}
