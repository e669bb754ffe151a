import { useQuery } from "@tanstack/react-query";
import { taxonomiesQuery } from "~/api/taxonomies";
import { ChoiceField } from "~/ui/choice-field";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { groupedOptions } from "~/words/grouped-options";
import { options, words } from "~/words/words";
import type { FormPart } from "./form-parts";

const text = words.incidentForm.response;
const { notSaid } = words.incidentForm;

/** What was done, and what is known of those behind it. */
export function ResponsePart({ form, faultOf }: FormPart) {
  const taxonomies = useQuery(taxonomiesQuery);
  const { register } = form;
  return (
    <section className="form-part line">
      <h2>{text.title}</h2>
      <ChoiceField
        legend={text.containment}
        optional
        options={options("Containment")}
        fault={faultOf("containment")}
        {...register("containment")}
      />
      <TextArea
        label={text.workaround}
        hint={text.workaroundHint}
        optional
        rows={3}
        maxLength={2000}
        fault={faultOf("workaround")}
        {...register("workaround")}
      />
      <SelectField
        label={text.backups}
        optional
        options={options("BackupState")}
        none={notSaid}
        fault={faultOf("backups")}
        {...register("backups")}
      />
      <details className="choice-group">
        <summary>{text.background}</summary>
        <ChoiceField
          legend={text.crime}
          optional
          options={options("CrimeLink")}
          fault={faultOf("crime_links")}
          {...register("crime_links")}
        />
        <div className="form-row">
          <SelectField
            label={text.actor}
            optional
            groups={groupedOptions(taxonomies.data, "Actor", "ActorOrigin")}
            none={notSaid}
            fault={faultOf("actor")}
            {...register("actor")}
          />
          <SelectField
            label={text.motive}
            optional
            options={options("ActorMotive")}
            none={notSaid}
            fault={faultOf("motive")}
            {...register("motive")}
          />
        </div>
        <TextField
          label={text.techniques}
          hint={text.techniquesHint}
          optional
          autoComplete="off"
          spellCheck={false}
          fault={faultOf("techniques")}
          {...register("techniques")}
        />
      </details>
    </section>
  );
}
