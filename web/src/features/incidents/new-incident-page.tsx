import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { useAccount } from "~/api/session";
import { otherEntries, paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { ErrorState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { HitPart } from "./form-hit";
import { ResponsePart } from "./form-response";
import { WhatPart } from "./form-what";
import { WherePart } from "./form-where";
import { emptyIncident, toBody, type IncidentForm } from "./incident-form";
import { useCreateIncident } from "./queries";

const text = words.incidentForm;
const fields = Object.keys(emptyIncident);

export function NewIncidentPage() {
  const account = useAccount();
  const navigate = useNavigate();
  const form = useForm<IncidentForm>({ defaultValues: emptyIncident });
  // One key for one form: a repeat after a lost answer is the same report, not a second one.
  const [key] = useState(() => crypto.randomUUID());
  const create = useCreateIncident();
  const { faultOf, unplaced } = useFaults(create.error, fields);
  const faults = asProblem(create.error)?.faults.length ?? 0;
  useTitle(text.title);

  const submit = form.handleSubmit((values) =>
    create.mutate(
      { body: toBody(values), key },
      { onSuccess: (incident) => void navigate({ to: paths.incident(incident.reference) }) },
    ),
  );

  return (
    <div className="page list-page form-page">
      <h1>{text.title}</h1>
      <p className="soft">{text.seenAs(account?.name ?? "", account?.organisation?.name ?? null)}</p>
      <p className="note small">
        {text.anonymous} <a href={otherEntries.report()}>{text.anonymousLink}</a>
      </p>
      <form className="form" onSubmit={submit}>
        <WhatPart form={form} faultOf={faultOf} />
        <WherePart form={form} faultOf={faultOf} />
        <HitPart form={form} faultOf={faultOf} />
        <ResponsePart form={form} faultOf={faultOf} />
        {faults > 0 && (
          <p className="note bad" role="alert">
            {text.faults(faults)}
          </p>
        )}
        {unplaced !== null && <ErrorState error={unplaced} />}
        <div className="form-end line">
          <Button look="go" type="submit" disabled={create.isPending}>
            {create.isPending ? text.sending : text.send}
          </Button>
          <span className="small soft">{text.next}</span>
        </div>
      </form>
    </div>
  );
}
