import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { oneOf } from "~/lib/search-params";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { label, words } from "~/words/words";
import { sanctionsFor, type Step } from "./can";
import { emptyStep, stepOf, type StepForm } from "./complaint-form";
import { useStepComplaint } from "./queries";
import { SanctionPart } from "./sanction-part";

const text = words.complaints.steps;
const ofSanction = ["step", "reason", "effective_on", "note", "words"];
const fields = ["answer", "sanction", ...ofSanction];

/** One step: what it does, what who complained reads, and what follows for the certificate. */
export function StepDialog({
  complaint,
  certificate,
  step,
  onReread,
  onClose,
}: {
  complaint: Schemas["Complaint"];
  certificate: Schemas["Certificate"];
  step: Step;
  onReread: () => Promise<unknown>;
  onClose: () => void;
}) {
  const take = useStepComplaint(complaint.id);
  const form = useForm<StepForm>({ defaultValues: emptyStep(step) });
  const { faultOf, unplaced } = useFaults(take.error, fields);
  const place = useFaultFocus(take.error);
  const possible = sanctionsFor(step, certificate.status);
  const sanction = oneOf(possible, form.watch("sanction"));
  // Somebody was faster, with the complaint or with the certificate.
  const beaten = [409, 412].includes(asProblem(take.error)?.status ?? 0);
  const submit = form.handleSubmit((typed) =>
    take.mutate({ body: stepOf(step, typed, possible), etag: complaint.etag }, { onSuccess: onClose }),
  );
  return (
    <Dialog title={text.titleOf[step](complaint.certificate)} onClose={onClose}>
      <form className="form" ref={place} onSubmit={submit}>
        <p className="soft">{text.effect[step]}</p>
        {step !== "investigate" && (
          <TextArea
            label={text.answer}
            hint={text.answerHint((complaint.email ?? null) !== null)}
            rows={4}
            minLength={3}
            maxLength={2000}
            fault={faultOf("answer")}
            {...form.register("answer")}
          />
        )}
        <SanctionPart
          form={form}
          certificate={certificate}
          possible={possible}
          sanction={sanction}
          faultOf={(field) => faultOf(`sanction.${field}`) ?? faultOf(field)}
        />
        {unplaced !== null && <ErrorState error={unplaced} />}
        {beaten && (
          <p className="row">
            <Button onClick={() => void onReread().then(() => take.reset())}>{text.reread}</Button>
            <span className="small soft">{text.rereadHint}</span>
          </p>
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look={sanction === "suspend" || sanction === "revoke" ? "danger" : "go"}
            type="submit"
            disabled={take.isPending || beaten}
          >
            {sanction === undefined
              ? label("ComplaintStep", step)
              : text.both(label("ComplaintStep", step), label("CertificateStep", sanction))}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
