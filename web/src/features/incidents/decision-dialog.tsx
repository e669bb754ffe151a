import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { label, options, words } from "~/words/words";
import { asked, startFrom, toDecision, type DecisionField, type DecisionForm } from "./decision-form";
import { idOf, useDecideIncident } from "./queries";

const text = words.incidents.decision;
const fields = ["verification", "severity", "tlp", "reason", "duplicate_of"];

/** One step of the review: what it asks for, what it changes, and what happens when someone was faster. */
export function DecisionDialog({
  incident,
  etag,
  decision,
  onReread,
  onClose,
}: {
  incident: Schemas["Incident"];
  etag: string;
  decision: Schemas["Decision"];
  onReread: () => Promise<unknown>;
  onClose: () => void;
}) {
  const { register, handleSubmit } = useForm<DecisionForm>({ defaultValues: startFrom(incident) });
  const decide = useDecideIncident(incident.id);
  const attempt = useMutation({
    mutationFn: async (form: DecisionForm) => {
      const original = decision === "link_duplicate" ? await idOf(form.original) : undefined;
      return decide.mutateAsync({ body: toDecision(decision, form, original), etag });
    },
    onSuccess: onClose,
  });
  const { faultOf, unplaced } = useFaults(attempt.error, fields);
  const stale = asProblem(attempt.error)?.status === 412;
  const wants = (field: DecisionField) => {
    const wanted: readonly DecisionField[] = asked[decision];
    return wanted.includes(field);
  };

  return (
    <Dialog title={text.titleOf(label("Decision", decision), incident.reference)} onClose={onClose}>
      <form className="form" onSubmit={handleSubmit((form) => attempt.mutate(form))}>
        <p className="soft">{text.effect[decision]}</p>
        {wants("verification") && (
          <SelectField
            label={text.verification}
            hint={text.verificationHint}
            options={options("VerificationLevel")}
            fault={faultOf("verification")}
            {...register("verification")}
          />
        )}
        {wants("severity") && (
          <SelectField
            label={text.severity}
            options={options("Severity")}
            fault={faultOf("severity")}
            {...register("severity")}
          />
        )}
        {wants("tlp") && (
          <SelectField
            label={text.tlp}
            hint={text.tlpHint}
            options={options("Tlp")}
            fault={faultOf("tlp")}
            {...register("tlp")}
          />
        )}
        {wants("reason") && (
          <TextArea
            label={text.reason}
            hint={text.reasonHint[decision === "refuse" ? "refuse" : "other"]}
            optional={decision !== "refuse"}
            rows={3}
            minLength={decision === "refuse" ? 3 : undefined}
            fault={faultOf("reason")}
            {...register("reason")}
          />
        )}
        {wants("original") && (
          <TextField
            label={text.original}
            hint={text.originalHint}
            autoComplete="off"
            spellCheck={false}
            fault={faultOf("duplicate_of")}
            {...register("original")}
          />
        )}
        {unplaced !== null && <ErrorState error={unplaced} />}
        {stale && (
          <p className="row">
            <Button onClick={() => void onReread().then(() => attempt.reset())}>{text.reread}</Button>
            <span className="small soft">{text.rereadHint}</span>
          </p>
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="go" type="submit" disabled={attempt.isPending || stale}>
            {label("Decision", decision)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
