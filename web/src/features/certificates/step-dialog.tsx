import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { today } from "~/lib/day-count";
import { isReasonFor } from "~/lib/sanction-reasons";
import { oneOf } from "~/lib/search-params";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { label, options, words, wordsOf } from "~/words/words";
import { needsReason, needsWords, type Step } from "./can";
import { useStepCertificate } from "./queries";

const text = words.certificates.steps;
const fields = ["reason", "effective_on", "note", "words"];

interface Form {
  reason: string;
  effective_on: string;
  note: string;
  words: string;
}

const empty: Form = { reason: "", effective_on: "", note: "", words: "" };

function given(typed: string): string | null {
  return typed.trim() === "" ? null : typed.trim();
}

function bodyOf(step: Step, form: Form): Schemas["CertificateStepCreate"] {
  return {
    step,
    reason: oneOf(wordsOf("SanctionReason"), form.reason) ?? null,
    effective_on: step === "revoke" ? given(form.effective_on) : null,
    note: given(form.note),
    words: given(form.words),
  };
}

/** One step: what it does, why, and what everybody and the holder read about it. */
export function StepDialog({
  certificate,
  step,
  etag,
  onReread,
  onClose,
}: {
  certificate: Schemas["Certificate"];
  step: Step;
  etag: string;
  onReread: () => Promise<unknown>;
  onClose: () => void;
}) {
  const take = useStepCertificate(certificate.number);
  const { register, handleSubmit } = useForm<Form>({ defaultValues: empty });
  const { faultOf, unplaced } = useFaults(take.error, fields);
  const form = useFaultFocus(take.error);
  const stale = asProblem(take.error)?.status === 412;
  const reasoned = needsReason(step);
  return (
    <Dialog title={text.titleOf[step](certificate.number)} onClose={onClose}>
      <form
        className="form"
        ref={form}
        onSubmit={handleSubmit((typed) =>
          take.mutate({ body: bodyOf(step, typed), etag }, { onSuccess: onClose }),
        )}
      >
        <p className="soft">{text.effect[step]}</p>
        {reasoned && (
          <SelectField
            label={text.reason}
            none={text.chooseReason}
            options={options("SanctionReason").filter(({ value }) => isReasonFor(step, value))}
            fault={faultOf("reason")}
            {...register("reason")}
          />
        )}
        {step === "revoke" && (
          <TextField
            label={text.effective}
            hint={text.effectiveHint}
            type="date"
            optional
            min={certificate.valid_from}
            max={today()}
            fault={faultOf("effective_on")}
            {...register("effective_on")}
          />
        )}
        {step !== "withdraw" && (
          <>
            <TextArea
              label={text.note}
              hint={text.noteHint}
              optional
              rows={2}
              minLength={3}
              maxLength={500}
              fault={faultOf("note")}
              {...register("note")}
            />
            <TextArea
              label={text.words}
              hint={text.wordsHint}
              optional={!needsWords(step)}
              rows={3}
              minLength={3}
              maxLength={2000}
              fault={faultOf("words")}
              {...register("words")}
            />
          </>
        )}
        {unplaced !== null && <ErrorState error={unplaced} />}
        {stale && (
          <p className="row">
            <Button onClick={() => void onReread().then(() => take.reset())}>{text.reread}</Button>
            <span className="small soft">{text.rereadHint}</span>
          </p>
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look={reasoned || step === "withdraw" ? "danger" : "go"}
            type="submit"
            disabled={take.isPending || stale}
          >
            {label("CertificateStep", step)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
