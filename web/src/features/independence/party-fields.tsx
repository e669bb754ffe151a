import type { UseFormReturn } from "react-hook-form";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { options, words } from "~/words/words";
import type { IndependenceForm } from "./independence-form";

const text = words.independence;

/** A company of the ship. */
export function PartyFields({
  form,
  at,
  faultOf,
  onRemove,
}: {
  form: UseFormReturn<IndependenceForm>;
  at: number;
  faultOf: (field: string) => string | undefined;
  onRemove: (() => void) | undefined;
}) {
  const { register } = form;
  const fault = (name: string) => faultOf(`parties.${at}.${name}`);
  return (
    <fieldset className="form-part">
      <legend className="soft">{text.party(at + 1)}</legend>
      <div className="form-row">
        <SelectField
          label={text.tie}
          options={options("VesselTie")}
          fault={fault("tie")}
          {...register(`parties.${at}.tie`)}
        />
        <TextField
          label={text.name}
          minLength={2}
          maxLength={160}
          fault={fault("name")}
          {...register(`parties.${at}.name`)}
        />
        <TextField
          label={text.group}
          optional
          minLength={2}
          maxLength={160}
          fault={fault("group")}
          {...register(`parties.${at}.group`)}
        />
      </div>
      <div className="form-row">
        <TextField
          type="date"
          label={text.from}
          fault={fault("from_on")}
          {...register(`parties.${at}.from_on`)}
        />
        <TextField
          type="date"
          label={text.to}
          hint={text.toHint}
          optional
          fault={fault("to_on")}
          {...register(`parties.${at}.to_on`)}
        />
      </div>
      {onRemove !== undefined && <Button onClick={onRemove}>{text.remove}</Button>}
    </fieldset>
  );
}
