import { useFieldArray } from "react-hook-form";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { options, words } from "~/words/words";
import { newRequirement } from "./editor-form";
import { named, Row, type EditorPart } from "./editor-parts";

const text = words.schemeEditor;

/** What is asked for: each folded under its own words, since there are many. */
export function RequirementsPart({ form, faultOf }: EditorPart) {
  const rows = useFieldArray({ control: form.control, name: "requirements" });
  return (
    <section className="form-part line">
      <h2>{text.requirements}</h2>
      {rows.fields.map((row, at) => (
        <Requirement key={row.id} form={form} faultOf={faultOf} at={at} onRemove={() => rows.remove(at)} />
      ))}
      <div className="row">
        <Button onClick={() => rows.append(newRequirement)}>{text.add.requirement}</Button>
      </div>
    </section>
  );
}

function Requirement({
  form: { register, watch },
  faultOf,
  at,
  onRemove,
}: EditorPart & { at: number; onRemove: () => void }) {
  const label = watch(`requirements.${at}.label`);
  const choicesOf = (list: readonly { code: string; label: string }[]) =>
    list.filter(({ code }) => code !== "").map((word) => ({ value: word.code, label: named(word.label) }));
  const fault = faultOf(`content.requirements.${at}`);
  return (
    <details className="choice-group" open={label === "" || fault !== undefined}>
      <summary>{named(label)}</summary>
      <Row name={named(label)} fault={fault} onRemove={onRemove}>
        <TextArea label={text.label} rows={2} {...register(`requirements.${at}.label`)} />
        <div className="form-row">
          <TextField
            label={text.code}
            maxLength={40}
            spellCheck={false}
            {...register(`requirements.${at}.code`)}
          />
          <SelectField
            label={text.kind}
            options={options("RequirementKind")}
            {...register(`requirements.${at}.kind`)}
          />
          {watch(`requirements.${at}.kind`) === "evidence" && (
            <SelectField
              label={text.evidence}
              none={text.noEvidence}
              optional
              options={options("EvidenceKind")}
              {...register(`requirements.${at}.evidence`)}
            />
          )}
          <TextField
            label={text.count}
            type="number"
            min={1}
            max={50}
            {...register(`requirements.${at}.count`)}
          />
        </div>
        <ChoiceField
          legend={text.forLevels}
          hint={text.everyoneHint}
          optional
          options={choicesOf(watch("levels"))}
          {...register(`requirements.${at}.levels`)}
        />
        <ChoiceField
          legend={text.forDisciplines}
          optional
          options={choicesOf(watch("disciplines"))}
          {...register(`requirements.${at}.disciplines`)}
        />
      </Row>
    </details>
  );
}
