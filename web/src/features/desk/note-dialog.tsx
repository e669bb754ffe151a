import { useForm } from "react-hook-form";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { label, options, words } from "~/words/words";
import type { DeskCase } from "./case";
import { anonymousLevels } from "./coding";
import { severityOf, shortName, tlpOf, verificationOf } from "./labels";
import { firstNote } from "./notes";
import { isStale, StepTrouble } from "./step-trouble";
import { edit, type Edit } from "./steps";
import { useStep } from "./use-step";

const text = words.desk.note;

export function NoteDialog({ one, onClose }: { one: DeskCase; onClose: () => void }) {
  const { id } = one.envelope;
  const note = one.note ?? firstNote(one.report, { by: "", now: () => new Date() });
  const step = useStep(id, edit, onClose);
  const { register, handleSubmit } = useForm<Edit>({
    defaultValues: {
      title: note.title,
      severity: severityOf(note),
      verification: verificationOf(note),
      tlp: tlpOf(note),
      text: note.text,
    },
  });
  const save = (form: Edit) => step.mutate({ ...form, title: form.title.trim(), text: form.text.trim() });
  return (
    <Dialog title={text.dialog(shortName(id))} onClose={onClose}>
      <form className="form" onSubmit={handleSubmit(save)}>
        <TextField label={text.name} hint={text.nameHint} maxLength={160} {...register("title")} />
        <div className="form-row">
          <SelectField label={text.severity} options={options("Severity")} {...register("severity")} />
          <SelectField
            label={text.verification}
            options={anonymousLevels().map((value) => ({ value, label: label("VerificationLevel", value) }))}
            {...register("verification")}
          />
          <SelectField label={text.tlp} options={options("Tlp")} {...register("tlp")} />
        </div>
        <TextArea
          label={text.text}
          hint={text.textHint}
          optional
          rows={5}
          maxLength={4000}
          dir="auto"
          {...register("text")}
        />
        <StepTrouble id={id} error={step.error} onReread={step.reset} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{words.desk.cancel}</Button>
          <Button look="go" type="submit" disabled={step.isPending || isStale(step.error)}>
            {step.isPending ? text.saving : text.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
