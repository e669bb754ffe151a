import type { ReactNode } from "react";
import { useFieldArray, type UseFormReturn } from "react-hook-form";
import { Button } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { words } from "~/words/words";
import { numberNames, type EditorForm } from "./editor-form";

const text = words.schemeEditor;

export interface EditorPart {
  form: UseFormReturn<EditorForm>;
  faultOf: (field: string) => string | undefined;
}

/** One of many: what it is called, its fields, and the way to take it out. */
export function Row({
  name,
  fault,
  onRemove,
  children,
}: {
  name: string;
  fault: string | undefined;
  onRemove: () => void;
  children: ReactNode;
}) {
  return (
    <div className="editor-row" role="group" aria-label={name}>
      {children}
      {fault !== undefined && <p className="fault">{fault}</p>}
      <div className="row">
        <Button aria-label={text.removeName(name)} onClick={onRemove}>
          {text.remove}
        </Button>
      </div>
    </div>
  );
}

export function named(label: string): string {
  return label.trim() === "" ? text.untitled : label;
}

export function DisciplinesPart({ form, faultOf }: EditorPart) {
  const { register, control, watch } = form;
  const rows = useFieldArray({ control, name: "disciplines" });
  return (
    <section className="form-part line">
      <h2>{text.disciplines}</h2>
      {rows.fields.map((row, at) => (
        <Row
          key={row.id}
          name={named(watch(`disciplines.${at}.label`))}
          fault={faultOf(`content.disciplines.${at}`)}
          onRemove={() => rows.remove(at)}
        >
          <div className="form-row">
            <TextField label={text.label} maxLength={120} {...register(`disciplines.${at}.label`)} />
            <TextField
              label={text.code}
              hint={text.codeHint}
              maxLength={40}
              spellCheck={false}
              {...register(`disciplines.${at}.code`)}
            />
          </div>
          <TextArea label={text.about} rows={2} {...register(`disciplines.${at}.about`)} />
        </Row>
      ))}
      <div className="row">
        <Button onClick={() => rows.append({ code: "", label: "", about: "" })}>{text.add.discipline}</Button>
      </div>
    </section>
  );
}

export function LevelsPart({ form, faultOf }: EditorPart) {
  const { register, control, watch } = form;
  const rows = useFieldArray({ control, name: "levels" });
  return (
    <section className="form-part line">
      <h2>{text.levels}</h2>
      {rows.fields.map((row, at) => (
        <Row
          key={row.id}
          name={named(watch(`levels.${at}.label`))}
          fault={faultOf(`content.levels.${at}`)}
          onRemove={() => rows.remove(at)}
        >
          <div className="form-row">
            <TextField label={text.label} maxLength={120} {...register(`levels.${at}.label`)} />
            <TextField
              label={text.code}
              maxLength={40}
              spellCheck={false}
              {...register(`levels.${at}.code`)}
            />
            <TextField label={text.rank} type="number" min={1} max={20} {...register(`levels.${at}.rank`)} />
          </div>
        </Row>
      ))}
      <div className="row">
        <Button onClick={() => rows.append({ code: "", label: "", rank: String(rows.fields.length + 1) })}>
          {text.add.level}
        </Button>
      </div>
    </section>
  );
}

export function FeesPart({ form, faultOf }: EditorPart) {
  const { register, control, watch } = form;
  const rows = useFieldArray({ control, name: "fees" });
  return (
    <section className="form-part line">
      <h2>{text.fees}</h2>
      {rows.fields.map((row, at) => (
        <Row
          key={row.id}
          name={named(watch(`fees.${at}.level`))}
          fault={faultOf(`content.fees.${at}`)}
          onRemove={() => rows.remove(at)}
        >
          <div className="form-row">
            <TextField label={text.level} spellCheck={false} {...register(`fees.${at}.level`)} />
            <TextField
              label={text.amount}
              type="number"
              min={0}
              step="0.01"
              {...register(`fees.${at}.amount`)}
            />
            <TextField label={text.currency} maxLength={3} {...register(`fees.${at}.currency`)} />
          </div>
        </Row>
      ))}
      <div className="row">
        <Button onClick={() => rows.append({ level: "", amount: "", currency: "EUR" })}>
          {text.add.fee}
        </Button>
      </div>
    </section>
  );
}

export function NumbersPart({ form, faultOf }: EditorPart) {
  return (
    <section className="form-part line">
      <h2>{text.numbers}</h2>
      <div className="form-row">
        {numberNames.map((name) => (
          <TextField
            key={name}
            label={text[name]}
            type="number"
            min={0}
            fault={faultOf(`content.${name}`)}
            {...form.register(`numbers.${name}`)}
          />
        ))}
      </div>
    </section>
  );
}

export function ConductPart({ form, faultOf }: EditorPart) {
  const { register } = form;
  return (
    <section className="form-part line">
      <h2>{text.conduct}</h2>
      <div className="form-row">
        <TextField
          label={text.conductVersion}
          maxLength={40}
          fault={faultOf("content.code_of_conduct.version")}
          {...register("conduct.version")}
        />
        <TextField
          label={text.conductUrl}
          type="url"
          optional
          fault={faultOf("content.code_of_conduct.url")}
          {...register("conduct.url")}
        />
      </div>
      <TextArea
        label={text.conductText}
        optional
        rows={8}
        fault={faultOf("content.code_of_conduct.text")}
        {...register("conduct.text")}
      />
    </section>
  );
}
