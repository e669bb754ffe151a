import { useState } from "react";
import type { CertificationApplication } from "~/api/certification";
import { useFaults } from "~/api/faults";
import type { Account } from "~/api/session";
import { today } from "~/lib/day-count";
import { BarredButton, Button } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { useStep } from "./queries";

type Decision = "grant" | "refuse" | "uphold_refusal" | "reopen";

const text = words.review.decide;
const least = 3;

/** The decision, by somebody who did not review; an appeal, by somebody who did not decide. */
export function DecidePart({
  application,
  account,
}: {
  application: CertificationApplication;
  account: Account;
}) {
  const [open, setOpen] = useState<Decision | null>(null);
  const { stage, steps, reviewer_id: reviewer } = application;
  const may = (step: Decision) => steps.includes(step);
  const judges = stage === "appealed";
  const runs = account.role === "scheme_administrator";
  const reviewed = stage === "in_review" && reviewer === account.id && runs;
  const barred = reviewed ? text.reviewed : judges && runs && !may("reopen") ? text.decidedIt : null;
  if (barred === null && !(["grant", "refuse", "reopen"] as const).some(may)) return null;
  const lacking = application.requirements.filter(
    ({ finding }) => finding?.verdict !== "met" && finding?.verdict !== "waived",
  );
  const choose = (decision: Decision, name: string, look: "go" | "danger" | "normal") =>
    may(decision) && (
      <Button look={look} onClick={() => setOpen(decision)}>
        {name}
      </Button>
    );
  const grant = (application.renews ?? null) === null ? text.grant : text.grantRenewal;
  return (
    <section className="side-part">
      <h2>{judges ? text.judge : text.title}</h2>
      {barred !== null && <p className="soft">{barred}</p>}
      {barred === null && judges && <p className="soft">{text.judgeNote}</p>}
      {open === null ? (
        <>
          {may("grant") && lacking.length > 0 && (
            <>
              <BarredButton reason={text.grantNote}>{grant}</BarredButton>
              <details>
                <summary>{text.lacking}</summary>
                <ul className="notes small">
                  {lacking.map(({ code, label }) => (
                    <li key={code}>{label}</li>
                  ))}
                </ul>
              </details>
            </>
          )}
          <div className="row">
            {lacking.length === 0 && choose("grant", grant, "go")}
            {choose("refuse", text.refuse, "danger")}
            {choose("reopen", text.reopen, "normal")}
            {choose("uphold_refusal", text.uphold, "danger")}
          </div>
        </>
      ) : (
        <Decide application={application} decision={open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

function nameOf(decision: Decision, renews: boolean): string {
  switch (decision) {
    case "grant":
      return renews ? text.grantRenewal : text.grant;
    case "refuse":
      return text.refuse;
    case "uphold_refusal":
      return text.uphold;
    case "reopen":
      return text.reopen;
  }
}

function Decide({
  application,
  decision,
  onClose,
}: {
  application: CertificationApplication;
  decision: Decision;
  onClose: () => void;
}) {
  const step = useStep(application.id);
  const [why, setWhy] = useState("");
  const [from, setFrom] = useState(today());
  const { faultOf, unplaced } = useFaults(step.error, ["words", "valid_from"]);
  const grants = decision === "grant";
  const renews = (application.renews ?? null) !== null;
  const body = grants
    ? { step: decision, ...(renews ? {} : { valid_from: from }) }
    : { step: decision, words: why.trim() };
  return (
    <>
      {grants && !renews && (
        <TextField
          label={text.from}
          hint={text.fromHint}
          type="date"
          fault={faultOf("valid_from")}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
      )}
      {!grants && (
        <TextArea
          label={text.reason}
          hint={decision === "refuse" ? text.refuseNote : undefined}
          rows={4}
          maxLength={4000}
          autoFocus
          fault={faultOf("words")}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      )}
      <p className="small soft">{text.sure}</p>
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="row">
        <Button
          look={grants ? "go" : "danger"}
          disabled={step.isPending || (!grants && why.trim().length < least)}
          onClick={() => step.mutate({ body, etag: application.etag }, { onSuccess: onClose })}
        >
          {nameOf(decision, renews)}
        </Button>
        <Button onClick={onClose}>{text.no}</Button>
      </div>
    </>
  );
}
