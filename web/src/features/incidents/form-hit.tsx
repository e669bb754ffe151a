import { useQuery } from "@tanstack/react-query";
import { useFieldArray } from "react-hook-form";
import { taxonomiesQuery } from "~/api/taxonomies";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { SelectField, TextField } from "~/ui/field";
import { groupedOptions } from "~/words/grouped-options";
import { options, words } from "~/words/words";
import type { FormPart } from "./form-parts";
import { axisNames, emptyService } from "./incident-form";

const text = words.incidentForm.hit;

/** Systems, services and how bad it was. */
export function HitPart({ form, faultOf }: FormPart) {
  const taxonomies = useQuery(taxonomiesQuery);
  const { register } = form;
  return (
    <section className="form-part line">
      <h2>{text.title}</h2>
      <fieldset className="form-field">
        <legend>
          {text.systems} <span className="soft small">{words.ui.optional}</span>
        </legend>
        {groupedOptions(taxonomies.data, "System", "SystemGroup").map((group) => (
          <details key={group.label} className="choice-group">
            <summary>{group.label}</summary>
            <ChoiceField legend={group.label} options={group.options} {...register("systems")} />
          </details>
        ))}
        {faultOf("systems") !== undefined && <p className="fault">{faultOf("systems")}</p>}
      </fieldset>
      <Services form={form} faultOf={faultOf} />
      <ChoiceField
        legend={text.attributes}
        optional
        options={options("SecurityAttribute")}
        fault={faultOf("attributes")}
        {...register("attributes")}
      />
      <SelectField
        label={text.severity}
        hint={text.severityHint}
        options={options("Severity")}
        fault={faultOf("severity")}
        {...register("severity")}
      />
      <details className="choice-group">
        <summary>{text.axes}</summary>
        <div className="form-row">
          {axisNames.map((axis) => (
            <SelectField
              key={axis}
              label={text.axis[axis]}
              optional
              options={options("SeverityAxis")}
              none={words.incidentForm.notSaid}
              fault={faultOf(`severity_axes.${axis}`)}
              {...register(`severity_axes.${axis}`)}
            />
          ))}
        </div>
      </details>
    </section>
  );
}

function Services({ form, faultOf }: FormPart) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "services" });
  const { register } = form;
  return (
    <fieldset className="form-field">
      <legend>
        {text.services} <span className="soft small">{words.ui.optional}</span>
      </legend>
      {fields.map((row, at) => (
        <div className="form-row service-row" key={row.id}>
          <SelectField
            label={text.service}
            options={options("Service")}
            none={words.incidentForm.choose}
            fault={faultOf(`services.${at}.service`)}
            {...register(`services.${at}.service`)}
          />
          <SelectField
            label={text.state}
            options={options("ServiceState")}
            fault={faultOf(`services.${at}.state`)}
            {...register(`services.${at}.state`)}
          />
          <TextField
            label={text.down}
            type="datetime-local"
            optional
            fault={faultOf(`services.${at}.down_at`)}
            {...register(`services.${at}.down_at`)}
          />
          <TextField
            label={text.restored}
            type="datetime-local"
            optional
            fault={faultOf(`services.${at}.restored_at`)}
            {...register(`services.${at}.restored_at`)}
          />
          <Button onClick={() => remove(at)}>{text.remove}</Button>
        </div>
      ))}
      <div>
        <Button onClick={() => append(emptyService)}>{text.add}</Button>
      </div>
    </fieldset>
  );
}
