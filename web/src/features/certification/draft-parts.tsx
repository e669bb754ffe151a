import type { CertificationApplication } from "~/api/certification";
import type { Autosave } from "~/api/use-autosave";
import { TextArea } from "~/ui/field";
import { words } from "~/words/words";
import type { Slots } from "./application-page";
import { PartSection } from "./beside";
import { declarationsField, otherDeclarations } from "./checklist";
import { ConductPart } from "./conduct-part";
import { withDeclared, withPapers, type DraftForm } from "./draft-form";
import { InterestsPart } from "./interests-part";
import { LaterPart } from "./later-part";
import { RefereesPart } from "./referees-part";
import { Times } from "./times";

const text = words.certificationDraft;

export interface DraftPart {
  application: CertificationApplication;
  form: DraftForm;
  change: (next: (form: DraftForm) => DraftForm) => void;
  faultOf: (field: string) => string | undefined;
}

/** Every part of a draft in the order of the scheme. */
export function DraftParts({
  application,
  saving: { form, change },
  faultOf,
  slots,
}: {
  application: CertificationApplication;
  saving: Autosave<DraftForm, CertificationApplication>;
  faultOf: (field: string) => string | undefined;
  slots: Slots;
}) {
  const part: DraftPart = { application, form, change, faultOf };
  const { requirements } = application;
  return (
    <>
      <PartSection field="curriculum" title={text.curriculum}>
        {slots.curriculum}
      </PartSection>
      {requirements
        .filter(({ kind }) => kind === "evidence")
        .map(({ code, label, count, evidence }) => (
          <PartSection
            key={code}
            field={code}
            title={label}
            aside={<Times count={count} evidence={evidence} />}
          >
            {slots.papers({
              kind: evidence ?? null,
              chosen: form.evidence.filter((one) => one.requirement === code).map((one) => one.file_id),
              onChange: (ids) => change((before) => withPapers(before, code, ids)),
            })}
          </PartSection>
        ))}
      {requirements
        .filter(({ kind }) => kind === "referees")
        .map((requirement) => (
          <RefereesPart key={requirement.code} {...part} requirement={requirement} />
        ))}
      <Declarations {...part} />
      <ConductPart {...part} />
      <InterestsPart {...part} />
      <PartSection field="statement" title={text.statement.title}>
        <TextArea
          label={text.statement.label}
          hint={text.statement.hint}
          optional
          rows={5}
          maxLength={4000}
          fault={faultOf("statement")}
          value={form.statement}
          onChange={({ target }) => change((before) => ({ ...before, statement: target.value }))}
        />
      </PartSection>
      <LaterPart application={application} />
    </>
  );
}

function Declarations({ application, form, change }: DraftPart) {
  const others = otherDeclarations(application);
  if (others.length === 0) return null;
  return (
    <PartSection field={declarationsField} title={text.declarations.title}>
      {others.map(({ code, label }) => (
        <label key={code} className="choice">
          <input
            type="checkbox"
            checked={form.declared.includes(code)}
            onChange={({ target }) => change((before) => withDeclared(before, code, target.checked))}
          />
          <span>{text.declarations.declare(label)}</span>
        </label>
      ))}
    </PartSection>
  );
}
