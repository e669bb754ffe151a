import { SelectField } from "~/ui/field";
import { label, options, words } from "~/words/words";
import type { AcceptPart } from "./accept-part";
import { anonymousLevels, axisNames } from "./coding";

const text = words.desk.accept;

export function JudgementPart({ form, faultOf }: AcceptPart) {
  const { register } = form;
  return (
    <section className="form-part line">
      <h3>{text.judgement}</h3>
      <div className="form-row">
        <SelectField
          label={text.severity}
          hint={text.severityHint}
          options={options("Severity")}
          fault={faultOf("severity")}
          {...register("severity")}
        />
        <SelectField
          label={text.verification}
          hint={text.verificationHint}
          options={anonymousLevels().map((value) => ({ value, label: label("VerificationLevel", value) }))}
          fault={faultOf("verification")}
          {...register("verification")}
        />
        <SelectField
          label={text.tlp}
          hint={text.tlpHint}
          options={options("Tlp")}
          fault={faultOf("tlp")}
          {...register("tlp")}
        />
      </div>
      <details className="choice-group">
        <summary>{text.axes}</summary>
        <div className="form-row">
          {axisNames.map((axis) => (
            <SelectField
              key={axis}
              label={text.axis[axis]}
              optional
              options={options("SeverityAxis")}
              none={text.notSaid}
              fault={faultOf(`severity_axes.${axis}`)}
              {...register(`severity_axes.${axis}`)}
            />
          ))}
        </div>
      </details>
    </section>
  );
}
