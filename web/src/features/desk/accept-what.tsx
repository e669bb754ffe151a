import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { taxonomiesQuery } from "~/api/taxonomies";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { groupedOptions } from "~/words/grouped-options";
import { options, words } from "~/words/words";
import type { AcceptPart } from "./accept-part";
import { findHints } from "./hints";
import { HintList } from "./own-words";

const text = words.desk.accept;

export function WhatPart({ form, faultOf }: AcceptPart) {
  const taxonomies = useQuery(taxonomiesQuery);
  const { register } = form;
  return (
    <section className="form-part">
      <h3>{text.what}</h3>
      <TextField
        label={text.name}
        hint={text.nameHint}
        minLength={3}
        maxLength={160}
        fault={faultOf("title")}
        {...register("title")}
      />
      <TextArea
        label={text.summary}
        hint={text.summaryHint}
        rows={4}
        maxLength={2000}
        fault={faultOf("summary")}
        {...register("summary")}
      />
      <WrittenHints form={form} />
      <div className="form-row">
        <SelectField
          label={text.kind}
          options={options("IncidentKind")}
          fault={faultOf("kind")}
          {...register("kind")}
        />
        <SelectField
          label={text.certainty}
          options={options("SecurityIncident")}
          fault={faultOf("security_incident")}
          {...register("security_incident")}
        />
        <SelectField
          label={text.cause}
          options={options("Cause")}
          fault={faultOf("cause")}
          {...register("cause")}
        />
      </div>
      <SelectField
        label={text.type}
        optional
        none={text.notSaid}
        groups={groupedOptions(taxonomies.data, "IncidentType", "Classification")}
        fault={faultOf("incident_type")}
        {...register("incident_type")}
      />
    </section>
  );
}

/** The same suggestions as beside the reporter's words, for what leaves the seal. */
function WrittenHints({ form }: Pick<AcceptPart, "form">) {
  const [title, summary] = useWatch({ control: form.control, name: ["title", "summary"] });
  const written = `${title}\n${summary}`;
  const hints = findHints(written);
  return (
    <div role="status">
      {hints.length > 0 && (
        <div className="note warn small">
          <p>{text.hints(hints.length)}</p>
          <HintList written={written} hints={hints} />
        </div>
      )}
    </div>
  );
}
