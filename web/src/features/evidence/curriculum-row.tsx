import { Button } from "~/ui/button";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { label, options, words } from "~/words/words";
import { isComplete, isEmpty, type EntryForm } from "./curriculum-form";

const text = words.evidence.curriculum;

/** An entry, folded under its own words once it is complete. */
export function CurriculumRow({
  row,
  faultOf,
  onChange,
  onRemove,
}: {
  row: EntryForm;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<EntryForm>) => void;
  onRemove: () => void;
}) {
  const faulty = ["title", "organisation", "from_on", "to_on", "about"].some(
    (field) => faultOf(field) !== undefined,
  );
  const name = row.title.trim() === "" ? text.untitled : row.title;
  return (
    <details className="typed-row" open={faulty || row.fresh ? true : undefined}>
      <summary>
        <span className="strong">{name}</span>
        <span className="small soft">
          {isComplete(row)
            ? [
                label("CurriculumKind", row.kind),
                row.organisation,
                text.span(row.from_on, row.to_on || null),
              ].join(" · ")
            : label("CurriculumKind", row.kind)}
        </span>
      </summary>
      <div className="typed-body" role="group" aria-label={name}>
        <div className="form-row">
          <SelectField
            label={text.kind}
            options={options("CurriculumKind")}
            value={row.kind}
            onChange={({ target }) => onChange({ kind: target.value })}
          />
          <TextField
            label={text.from}
            type="date"
            fault={faultOf("from_on")}
            value={row.from_on}
            onChange={({ target }) => onChange({ from_on: target.value })}
          />
          <TextField
            label={text.to}
            hint={text.toHint}
            type="date"
            optional
            fault={faultOf("to_on")}
            value={row.to_on}
            onChange={({ target }) => onChange({ to_on: target.value })}
          />
        </div>
        <TextField
          label={text.title}
          maxLength={160}
          fault={faultOf("title")}
          value={row.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
        <TextField
          label={text.organisation}
          maxLength={160}
          fault={faultOf("organisation")}
          value={row.organisation}
          onChange={({ target }) => onChange({ organisation: target.value })}
        />
        <TextArea
          label={text.about}
          optional
          rows={2}
          maxLength={2000}
          fault={faultOf("about")}
          value={row.about}
          onChange={({ target }) => onChange({ about: target.value })}
        />
        {!isComplete(row) && !isEmpty(row) && <p className="small soft">{text.incomplete}</p>}
        <div className="row">
          <Button aria-label={text.removeName(row.title.trim())} onClick={onRemove}>
            {text.remove}
          </Button>
        </div>
      </div>
    </details>
  );
}
