import { useQuery } from "@tanstack/react-query";
import { useFieldArray, useWatch } from "react-hook-form";
import { taxonomiesQuery } from "~/api/taxonomies";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { SelectField } from "~/ui/field";
import { groupedOptions } from "~/words/grouped-options";
import { label, options, words } from "~/words/words";
import type { AcceptPart } from "./accept-part";

const text = words.desk.accept;

export function HitPart({ form, faultOf }: AcceptPart) {
  const { register } = form;
  return (
    <section className="form-part line">
      <h3>{text.hit}</h3>
      <Systems form={form} faultOf={faultOf} />
      <Services form={form} faultOf={faultOf} />
      <ChoiceField
        legend={text.attributes}
        optional
        options={options("SecurityAttribute")}
        fault={faultOf("attributes")}
        {...register("attributes")}
      />
    </section>
  );
}

/** Groups in which something is chosen already say so, without being opened. */
function Systems({ form, faultOf }: AcceptPart) {
  const taxonomies = useQuery(taxonomiesQuery);
  const chosen = useWatch({ control: form.control, name: "systems" });
  return (
    <fieldset className="form-field">
      <legend>
        {text.systems} <span className="soft small">{words.ui.optional}</span>
      </legend>
      {groupedOptions(taxonomies.data, "System", "SystemGroup").map((group) => {
        const named = group.options.filter((option) => chosen.includes(option.value));
        return (
          <details key={group.label} className="choice-group">
            <summary>
              {group.label}{" "}
              {named.length > 0 && (
                <span className="soft small">
                  {words.format.list(named.map((option) => label("System", option.value)))}
                </span>
              )}
            </summary>
            <ChoiceField legend={group.label} options={group.options} {...form.register("systems")} />
          </details>
        );
      })}
      {faultOf("systems") !== undefined && <p className="fault">{faultOf("systems")}</p>}
    </fieldset>
  );
}

function Services({ form, faultOf }: AcceptPart) {
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
            none={text.choose}
            fault={faultOf(`services.${at}.service`)}
            {...register(`services.${at}.service`)}
          />
          <SelectField
            label={text.state}
            options={options("ServiceState")}
            fault={faultOf(`services.${at}.state`)}
            {...register(`services.${at}.state`)}
          />
          <Button onClick={() => remove(at)}>{text.remove}</Button>
        </div>
      ))}
      <div>
        <Button onClick={() => append({ service: "", state: "down" })}>{text.add}</Button>
      </div>
    </fieldset>
  );
}
