import { useQuery } from "@tanstack/react-query";
import { taxonomiesQuery } from "~/api/taxonomies";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { groupedOptions } from "~/words/grouped-options";
import { options, words } from "~/words/words";
import type { FormPart } from "./form-parts";

const text = words.incidentForm;

/** What happened and how sure that is. */
export function WhatPart({ form, faultOf }: FormPart) {
  const taxonomies = useQuery(taxonomiesQuery);
  const { register } = form;
  return (
    <section className="form-part line">
      <h2>{text.what.title}</h2>
      <TextField
        label={text.what.name}
        hint={text.what.nameHint}
        maxLength={160}
        fault={faultOf("title")}
        {...register("title")}
      />
      <TextArea
        label={text.what.summary}
        hint={text.what.summaryHint}
        rows={6}
        maxLength={8000}
        fault={faultOf("summary")}
        {...register("summary")}
      />
      <div className="form-row">
        <SelectField
          label={text.what.kind}
          options={options("IncidentKind")}
          none={text.choose}
          fault={faultOf("kind")}
          {...register("kind")}
        />
        <SelectField
          label={text.what.certainty}
          options={options("SecurityIncident")}
          fault={faultOf("security_incident")}
          {...register("security_incident")}
        />
        <SelectField
          label={text.what.cause}
          options={options("Cause")}
          fault={faultOf("cause")}
          {...register("cause")}
        />
      </div>
      <SelectField
        label={text.what.type}
        hint={text.what.typeHint}
        optional
        none={text.notSaid}
        groups={groupedOptions(taxonomies.data, "IncidentType", "Classification")}
        fault={faultOf("incident_type")}
        {...register("incident_type")}
      />
    </section>
  );
}
