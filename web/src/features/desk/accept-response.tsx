import { ChoiceField } from "~/ui/choice-field";
import { SelectField } from "~/ui/field";
import { options, words } from "~/words/words";
import type { AcceptPart } from "./accept-part";

const text = words.desk.accept;

export function ResponsePart({ form, faultOf }: AcceptPart) {
  const { register } = form;
  return (
    <details className="form-part line">
      <summary>{text.response}</summary>
      <ChoiceField
        legend={text.containment}
        optional
        options={options("Containment")}
        fault={faultOf("containment")}
        {...register("containment")}
      />
      <SelectField
        label={text.backups}
        optional
        options={options("BackupState")}
        none={text.notSaid}
        fault={faultOf("backups")}
        {...register("backups")}
      />
      <ChoiceField
        legend={text.crime}
        optional
        options={options("CrimeLink")}
        fault={faultOf("crime_links")}
        {...register("crime_links")}
      />
    </details>
  );
}
