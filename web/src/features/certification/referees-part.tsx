import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { words } from "~/words/words";
import { PartSection } from "./beside";
import { isEmptyReferee, isWholeReferee, newReferee, type RefereeForm } from "./draft-form";
import type { DraftPart } from "./draft-parts";
import { RefereeStanding } from "./referees-shown";

const text = words.certificationDraft.referees;

/** Who saw the work. Whoever has answered stays. */
export function RefereesPart({
  application,
  form,
  change,
  faultOf,
  requirement,
}: DraftPart & { requirement: Schemas["RequirementState"] }) {
  const sent = form.referees.filter(isWholeReferee);
  const missing = Math.max(0, requirement.count - form.referees.length);
  const set = (key: string, part: Partial<RefereeForm>) =>
    change((before) => ({
      ...before,
      referees: before.referees.map((row) => (row.key === key ? { ...row, ...part } : row)),
    }));
  const fault = faultOf("referees");
  return (
    <PartSection
      field={requirement.code}
      title={text.title}
      aside={<span className="small soft">{requirement.label}</span>}
    >
      <p className="soft">{text.note}</p>
      {form.referees.map((row, at) => (
        <Row
          key={row.key}
          row={row}
          name={text.one(at + 1)}
          known={application.referees.find(({ email }) => email === row.email.trim().toLowerCase())}
          faultOf={(field) =>
            sent.includes(row) ? faultOf(`referees.${sent.indexOf(row)}.${field}`) : undefined
          }
          onChange={(part) => set(row.key, part)}
          onRemove={() =>
            change((before) => ({
              ...before,
              referees: before.referees.filter(({ key }) => key !== row.key),
            }))
          }
        />
      ))}
      {fault !== undefined && sent.length === 0 && <p className="fault">{fault}</p>}
      <div className="row">
        <Button
          look={missing > 0 ? "normal" : "plain"}
          disabled={form.referees.length >= 10}
          onClick={() => change((before) => ({ ...before, referees: [...before.referees, newReferee()] }))}
        >
          {text.add}
        </Button>
      </div>
    </PartSection>
  );
}

function Row({
  row,
  name,
  known,
  faultOf,
  onChange,
  onRemove,
}: {
  row: RefereeForm;
  name: string;
  known: Schemas["Referee"] | undefined;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<RefereeForm>) => void;
  onRemove: () => void;
}) {
  const answered = (known?.answered_at ?? null) !== null;
  return (
    <div className="typed-body" role="group" aria-label={name}>
      <div className="form-row">
        <TextField
          label={text.name}
          maxLength={100}
          readOnly={answered}
          fault={faultOf("name")}
          value={row.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
        <TextField
          label={text.email}
          type="email"
          maxLength={254}
          readOnly={answered}
          fault={faultOf("email")}
          value={row.email}
          onChange={({ target }) => onChange({ email: target.value })}
        />
      </div>
      <TextField
        label={text.relation}
        hint={text.relationHint}
        maxLength={300}
        readOnly={answered}
        fault={faultOf("relation")}
        value={row.relation}
        onChange={({ target }) => onChange({ relation: target.value })}
      />
      <div className="row">
        {known !== undefined && <RefereeStanding referee={known} />}
        {answered ? (
          <span className="small soft">{text.stays}</span>
        ) : (
          <Button aria-label={text.removeName(row.name.trim())} onClick={onRemove}>
            {text.remove}
          </Button>
        )}
        {!isWholeReferee(row) && !isEmptyReferee(row) && (
          <span className="small soft">{text.incomplete}</span>
        )}
      </div>
    </div>
  );
}
