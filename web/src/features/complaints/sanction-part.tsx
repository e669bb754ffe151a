import type { UseFormReturn } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { today } from "~/lib/day-count";
import { isReasonFor } from "~/lib/sanction-reasons";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { label, options, words } from "~/words/words";
import { needsReason, type Sanction } from "./can";
import type { StepForm } from "./complaint-form";

const text = words.complaints.steps;
const said = words.certificates.steps;

/** What follows for the certificate, why, and what everybody and the holder read about it. */
export function SanctionPart({
  form: { register },
  certificate,
  possible,
  sanction,
  faultOf,
}: {
  form: UseFormReturn<StepForm>;
  certificate: Schemas["Certificate"];
  possible: readonly Sanction[];
  sanction: Sanction | undefined;
  faultOf: (field: string) => string | undefined;
}) {
  if (possible.length === 0)
    return <p className="soft">{text.noSanction(label("CertificateStatus", certificate.status))}</p>;
  const reasoned = needsReason(sanction);
  return (
    <>
      <SelectField
        label={text.sanction}
        hint={text.sanctionHint}
        optional
        none={text.stays}
        options={possible.map((step) => ({ value: step, label: label("CertificateStep", step) }))}
        fault={faultOf("step")}
        {...register("sanction")}
      />
      {sanction !== undefined && <p className="soft">{said.effect[sanction]}</p>}
      {reasoned && (
        <SelectField
          label={said.reason}
          none={said.chooseReason}
          options={options("SanctionReason").filter(({ value }) => isReasonFor(sanction, value))}
          fault={faultOf("reason")}
          {...register("reason")}
        />
      )}
      {sanction === "revoke" && (
        <TextField
          label={said.effective}
          hint={said.effectiveHint}
          type="date"
          optional
          min={certificate.valid_from}
          max={today()}
          fault={faultOf("effective_on")}
          {...register("effective_on")}
        />
      )}
      {sanction !== undefined && (
        <>
          <TextArea
            label={said.note}
            hint={said.noteHint}
            optional
            rows={2}
            minLength={3}
            maxLength={500}
            fault={faultOf("note")}
            {...register("note")}
          />
          <TextArea
            label={said.words}
            hint={said.wordsHint}
            optional={!reasoned}
            rows={3}
            minLength={3}
            maxLength={2000}
            fault={faultOf("words")}
            {...register("words")}
          />
        </>
      )}
    </>
  );
}
