import { useState } from "react";
import type { CertificationApplication } from "~/api/certification";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { label, words, wordsOf } from "~/words/words";
import type { Slots } from "./application-page";
import { PartSection } from "./beside";
import { conductCode, interestsCode } from "./draft-form";
import { VerdictMark } from "./found";
import { useNoteFinding } from "./queries";
import { References } from "./references";
import { Times } from "./times";

type Requirement = Schemas["RequirementState"];
type Verdict = Schemas["CriterionVerdict"];

const text = words.review;
const draft = words.certificationDraft;
const least = 3;

/** A requirement: what is there for it, and what the reviewer finds. */
export function RequirementRow({
  application,
  requirement,
  finds,
  slots,
}: {
  application: CertificationApplication;
  requirement: Requirement;
  finds: boolean;
  slots: Slots;
}) {
  const { code, count, evidence, kind, finding } = requirement;
  // The parts of conduct and interests have this name too, further down.
  const field = code === conductCode || code === interestsCode ? `requirement-${code}` : code;
  return (
    <PartSection
      field={field}
      title={requirement.label}
      aside={
        kind === "evidence" ? (
          <Times count={count} evidence={evidence} />
        ) : (
          <span className="small soft">{label("RequirementKind", kind)}</span>
        )
      }
    >
      <What application={application} requirement={requirement} slots={slots} />
      {finds ? (
        <Judge application={application} requirement={requirement} />
      ) : (
        <div className="finding">
          {finding === null || finding === undefined ? (
            <span className="small soft">{text.unnoted}</span>
          ) : (
            <>
              <VerdictMark verdict={finding.verdict} />
              {typeof finding.words === "string" && <p className="small pre-line">{finding.words}</p>}
            </>
          )}
        </div>
      )}
    </PartSection>
  );
}

function What({
  application,
  requirement: { kind, files, declared },
  slots,
}: {
  application: CertificationApplication;
  requirement: Requirement;
  slots: Slots;
}) {
  switch (kind) {
    case "evidence":
      return slots.shown(files, text.none);
    case "referees":
      return <References referees={application.referees} />;
    case "declaration":
      return <p>{declared ? draft.declarations.declared : draft.declarations.undeclared}</p>;
    case "exam":
    case "training":
      return <p className="soft">{text.later}</p>;
  }
}

function Judge({
  application,
  requirement: { code, label: name, finding },
}: {
  application: CertificationApplication;
  requirement: Requirement;
}) {
  const note = useNoteFinding(application.id);
  const [chosen, setChosen] = useState<Exclude<Verdict, "met"> | null>(null);
  const [why, setWhy] = useState(finding?.words ?? "");
  const { faultOf, unplaced } = useFaults(note.error, ["words"]);
  const now = finding?.verdict ?? null;
  const send = (verdict: Verdict) => {
    const said = verdict === "met" ? null : why.trim();
    note.mutate(
      { requirement: code, body: { verdict, words: said }, etag: application.etag },
      { onSuccess: () => setChosen(null) },
    );
  };
  return (
    <div className="finding">
      <div className="row" role="group" aria-label={text.verdict(name)}>
        {wordsOf("CriterionVerdict").map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="btn verdict"
            aria-pressed={(chosen ?? now) === verdict}
            disabled={note.isPending}
            onClick={() => (verdict === "met" ? send(verdict) : setChosen(verdict))}
          >
            {label("CriterionVerdict", verdict)}
          </button>
        ))}
        <span className="small soft" role="status">
          {finding === null || finding === undefined ? text.unnoted : text.noted(finding.recorded_at)}
        </span>
      </div>
      {chosen === null && typeof finding?.words === "string" && (
        <p className="small pre-line">{finding.words}</p>
      )}
      {chosen !== null && (
        <>
          <TextArea
            label={text.why}
            hint={text.whyHint}
            rows={3}
            maxLength={2000}
            autoFocus
            fault={faultOf("words")}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
          <div className="row">
            <Button
              look="go"
              disabled={why.trim().length < least || note.isPending}
              onClick={() => send(chosen)}
            >
              {text.note}
            </Button>
            <Button onClick={() => setChosen(null)}>{text.cancel}</Button>
          </div>
        </>
      )}
      {unplaced !== null && <ErrorState error={unplaced} />}
    </div>
  );
}
