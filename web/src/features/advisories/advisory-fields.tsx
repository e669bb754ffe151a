import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { options, words } from "~/words/words";
import { emptyAdvisory, type AdvisoryForm } from "./advisory-form";

const text = words.advisories;
const fields = Object.keys(emptyAdvisory);

/** The fields of an advisory, for a new one and for a draft. */
export function AdvisoryFields({
  start,
  error,
  busy,
  action,
  onSubmit,
  children,
}: {
  start: AdvisoryForm;
  error: Error | null;
  busy: boolean;
  action: string;
  onSubmit: (form: AdvisoryForm) => void;
  children?: ReactNode;
}) {
  const { register, handleSubmit } = useForm<AdvisoryForm>({ defaultValues: start });
  const { faultOf, unplaced } = useFaults(error, fields);
  return (
    <form className="form" onSubmit={handleSubmit(onSubmit)}>
      <p className="note small">{text.form.deidentify}</p>
      <TextField
        label={text.form.title}
        hint={text.form.titleHint}
        fault={faultOf("title")}
        {...register("title")}
      />
      <TextArea
        label={text.whatHappened}
        rows={7}
        fault={faultOf("what_happened")}
        {...register("what_happened")}
      />
      <TextArea label={text.lesson} rows={7} fault={faultOf("lesson")} {...register("lesson")} />
      <div className="form-row">
        <SelectField
          label={text.columns.severity}
          options={options("Severity")}
          fault={faultOf("severity")}
          {...register("severity")}
        />
        <SelectField
          label={text.kind}
          options={options("IncidentKind")}
          fault={faultOf("kind")}
          {...register("kind")}
        />
        <SelectField
          label={text.columns.tlp}
          hint={text.form.tlpHint}
          options={options("Tlp")}
          fault={faultOf("tlp")}
          {...register("tlp")}
        />
      </div>
      <details>
        <summary>{text.form.regions}</summary>
        <ChoiceField
          legend={text.form.regionsLegend}
          optional
          options={options("SeaRegion")}
          fault={faultOf("sea_regions")}
          {...register("sea_regions")}
        />
      </details>
      <details>
        <summary>{text.systems}</summary>
        <ChoiceField
          legend={text.form.systemsLegend}
          optional
          options={options("System")}
          fault={faultOf("systems")}
          {...register("systems")}
        />
      </details>
      {unplaced !== null && <ErrorState error={unplaced} />}
      {children}
      <div>
        <Button look="go" type="submit" disabled={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
