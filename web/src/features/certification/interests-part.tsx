import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { words } from "~/words/words";
import { PartSection } from "./beside";
import {
  interestsCode,
  isEmptyInterest,
  isWholeInterest,
  newInterest,
  withDeclared,
  type InterestForm,
} from "./draft-form";
import type { DraftPart } from "./draft-parts";

const text = words.certificationDraft.interests;

/** A list of interests, or the statement that there are none: one of the two, and declared as complete. */
export function InterestsPart({ application, form, change, faultOf }: DraftPart) {
  const declares = application.requirements.some(({ code }) => code === interestsCode);
  const sent = form.interests.filter(isWholeInterest);
  const set = (key: string, part: Partial<InterestForm>) =>
    change((before) => ({
      ...before,
      interests: before.interests.map((row) => (row.key === key ? { ...row, ...part } : row)),
    }));
  const setNone = (none: boolean) =>
    change((before) => {
      const next = { ...before, no_interests: none };
      return declares ? withDeclared(next, interestsCode, none) : next;
    });
  const listed = form.interests.length > 0;
  return (
    <PartSection field={interestsCode} title={text.title}>
      <p className="soft">{text.note}</p>
      {form.interests.map((row, at) => (
        <InterestRow
          key={row.key}
          row={row}
          name={text.one(at + 1)}
          faultOf={(field) =>
            sent.includes(row) ? faultOf(`interests.${sent.indexOf(row)}.${field}`) : undefined
          }
          onChange={(part) => set(row.key, part)}
          onRemove={() =>
            change((before) => ({
              ...before,
              interests: before.interests.filter(({ key }) => key !== row.key),
            }))
          }
        />
      ))}
      {!listed && (
        <label className="choice">
          <input
            type="checkbox"
            checked={form.no_interests}
            onChange={({ target }) => setNone(target.checked)}
          />
          <span>{text.none}</span>
        </label>
      )}
      {listed && declares && (
        <label className="choice">
          <input
            type="checkbox"
            checked={form.declared.includes(interestsCode)}
            onChange={({ target }) => change((before) => withDeclared(before, interestsCode, target.checked))}
          />
          <span>{text.complete}</span>
        </label>
      )}
      <div className="row">
        <Button
          onClick={() =>
            change((before) => ({
              ...before,
              no_interests: false,
              declared: before.no_interests
                ? before.declared.filter((code) => code !== interestsCode)
                : before.declared,
              interests: [...before.interests, newInterest()],
            }))
          }
        >
          {text.add}
        </Button>
      </div>
    </PartSection>
  );
}

function InterestRow({
  row,
  name,
  faultOf,
  onChange,
  onRemove,
}: {
  row: InterestForm;
  name: string;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<InterestForm>) => void;
  onRemove: () => void;
}) {
  return (
    <div className="typed-body" role="group" aria-label={name}>
      <div className="form-row">
        <TextField
          label={text.company}
          maxLength={160}
          fault={faultOf("company")}
          value={row.company}
          onChange={({ target }) => onChange({ company: target.value })}
        />
        <TextField
          label={text.relation}
          hint={text.relationHint}
          maxLength={300}
          fault={faultOf("relation")}
          value={row.relation}
          onChange={({ target }) => onChange({ relation: target.value })}
        />
        <TextField
          label={text.until}
          hint={text.untilHint}
          type="date"
          optional
          fault={faultOf("to_on")}
          value={row.to_on}
          onChange={({ target }) => onChange({ to_on: target.value })}
        />
      </div>
      <div className="row">
        <Button aria-label={text.removeName(row.company.trim())} onClick={onRemove}>
          {text.remove}
        </Button>
        {!isWholeInterest(row) && !isEmptyInterest(row) && (
          <span className="small soft">{words.certificationDraft.incompleteRow}</span>
        )}
      </div>
    </div>
  );
}
