import { useQuery } from "@tanstack/react-query";
import { useFieldArray, useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { supplierNamesQuery } from "~/api/register";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { emptyEarlier, emptyForm, emptyParty, fieldsOf, questionOf } from "./independence-form";
import { PartyFields } from "./party-fields";
import { PersonPick } from "./person-pick";

const text = words.independence;
const mostParties = 50;
const mostEarlier = 100;

/** The assessor, the companies of the ship, and who assessed it before. */
export function IndependenceFields({
  error,
  asking,
  onAsk,
}: {
  error: Error | null;
  asking: boolean;
  onAsk: (question: Schemas["IndependenceCheckCreate"]) => void;
}) {
  const form = useForm({ defaultValues: emptyForm });
  const { register, control, handleSubmit, setValue } = form;
  const parties = useFieldArray({ control, name: "parties" });
  const earlier = useFieldArray({ control, name: "earlier" });
  const firms = useQuery(supplierNamesQuery).data ?? [];
  const { faultOf, unplaced } = useFaults(error, fieldsOf(parties.fields.length, earlier.fields.length));
  const place = useFaultFocus(error);
  return (
    <form className="form" ref={place} onSubmit={handleSubmit((typed) => onAsk(questionOf(typed)))}>
      <section className="form-part line">
        <h2>{text.assessor}</h2>
        <div className="form-row">
          <PersonPick fault={faultOf("consultant_id")} onChange={(id) => setValue("consultant_id", id)} />
          <SelectField
            label={text.firm}
            hint={text.firmHint}
            optional
            none={text.noFirm}
            options={firms.map(({ id, name }) => ({ value: id, label: name }))}
            fault={faultOf("supplier_id")}
            {...register("supplier_id")}
          />
        </div>
        <div className="form-row">
          <TextField
            label={text.firmGroup}
            optional
            minLength={2}
            maxLength={160}
            fault={faultOf("group")}
            {...register("group")}
          />
          <TextField type="date" label={text.on} fault={faultOf("on")} {...register("on")} />
        </div>
      </section>
      <section className="form-part line">
        <h2>{text.parties}</h2>
        <p className="soft">{text.partiesNote}</p>
        {parties.fields.map((field, at) => (
          <PartyFields
            key={field.id}
            form={form}
            at={at}
            faultOf={faultOf}
            onRemove={parties.fields.length > 1 ? () => parties.remove(at) : undefined}
          />
        ))}
        {parties.fields.length < mostParties && (
          <p>
            <Button onClick={() => parties.append(emptyParty)}>{text.addParty}</Button>
          </p>
        )}
      </section>
      <section className="form-part line">
        <h2>{text.earlier}</h2>
        <p className="soft">{text.earlierNote}</p>
        {earlier.fields.map((field, at) => (
          <fieldset key={field.id} className="form-row">
            <legend className="soft">{text.earlierOne(at + 1)}</legend>
            <TextField
              type="date"
              label={text.earlierOn}
              fault={faultOf(`earlier.${at}.on`)}
              {...register(`earlier.${at}.on`)}
            />
            <SelectField
              label={text.earlierBy}
              options={[
                { value: "same", label: text.by.same },
                { value: "firm", label: text.by.firm },
                { value: "other", label: text.by.other },
              ]}
              {...register(`earlier.${at}.by`)}
            />
            <Button onClick={() => earlier.remove(at)}>{text.remove}</Button>
          </fieldset>
        ))}
        {earlier.fields.length < mostEarlier && (
          <p>
            <Button onClick={() => earlier.append(emptyEarlier)}>{text.addEarlier}</Button>
          </p>
        )}
      </section>
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="form-end line">
        <Button look="go" type="submit" disabled={asking}>
          {asking ? text.asking : text.ask}
        </Button>
      </div>
    </form>
  );
}
