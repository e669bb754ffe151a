import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { label, words } from "~/words/words";
import { HitPart } from "./accept-hit";
import { JudgementPart } from "./accept-judgement";
import { ResponsePart } from "./accept-response";
import { WhatPart } from "./accept-what";
import { WherePart } from "./accept-where";
import type { DeskCase } from "./case";
import { codingOf, toAcceptance, type Coding } from "./coding";
import { shortName } from "./labels";
import { firstNote } from "./notes";
import { isStale, StepTrouble } from "./step-trouble";
import { accept } from "./steps";
import { ageBand } from "./suggest";
import { useStep } from "./use-step";

const text = words.desk.accept;
const factFields = [
  "title",
  "summary",
  "kind",
  "security_incident",
  "cause",
  "incident_type",
  "occurred_on",
  "occurred_precision",
  "victim_type",
  "vessel_type",
  "size_band",
  "sea_region",
  "severity",
  "severity_axes",
  "systems",
  "services",
  "attributes",
  "containment",
  "backups",
  "crime_links",
];
const fields = [...factFields, ...factFields.map((field) => `facts.${field}`), "verification", "tlp"];

/** What of a sealed report becomes an incident. Begun from the answers; every field is the analyst's word. */
export function AcceptDialog({
  one,
  onDone,
  onClose,
}: {
  one: DeskCase;
  onDone: (after: DeskCase) => void;
  onClose: () => void;
}) {
  const { id } = one.envelope;
  const note = one.note ?? firstNote(one.report, { by: "", now: () => new Date() });
  const form = useForm<Coding>({ defaultValues: codingOf(one.report, note) });
  const step = useStep(id, accept, onDone);
  const { faultOf, unplaced } = useFaults(step.error, fields);
  const part = {
    form,
    faultOf: (field: string) => faultOf(`facts.${field}`) ?? faultOf(field),
  };
  const faults = asProblem(step.error)?.faults.length ?? 0;
  const reused = asProblem(step.error)?.code === "key_reused";
  // The facts may have arrived although no answer did: then they are sent again as they were.
  const sentOnce = step.isError && one.note?.stage === "accepted";
  useEffect(() => {
    if (faults > 0) document.querySelector<HTMLElement>(".accept-form [aria-invalid]")?.focus();
  }, [faults, step.error]);
  const waited = ageBand(one.report.sealed_at, new Date());
  const send = (coding: Coding) => step.mutate(toAcceptance(coding, one.report.sealed_at, new Date()));

  return (
    <Dialog wide title={text.title(shortName(id))} onClose={onClose}>
      <form className="form accept-form" onSubmit={form.handleSubmit(send)}>
        <div>
          <p className="soft">{text.effect}</p>
          <p className="soft small">{text.left}</p>
        </div>
        <fieldset disabled={sentOnce} className="accept-parts">
          <WhatPart {...part} />
          <WherePart {...part} />
          <HitPart {...part} />
          <ResponsePart {...part} />
          <JudgementPart {...part} />
        </fieldset>
        <p className="small soft">{text.waited(label("AgeBand", waited))}</p>
        <div className="accept-foot">
          {faults > 0 && (
            <p className="note bad" role="alert">
              {text.faults(faults)}
            </p>
          )}
          {reused ? (
            <p className="note bad" role="alert">
              {text.reused}
            </p>
          ) : (
            <StepTrouble id={id} error={unplaced} onReread={step.reset} />
          )}
          <div className="dialog-foot">
            <Button onClick={onClose}>{words.desk.cancel}</Button>
            <Button look="go" type="submit" disabled={step.isPending || isStale(step.error)}>
              {step.isPending ? text.working : sentOnce ? words.desk.panel.finish : text.action}
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}
