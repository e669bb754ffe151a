import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { label, words, wordsOf } from "~/words/words";
import { ratingFields, type RatingForm } from "./rating-form";

const text = words.ratings.form;
const stars = [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: text.star(n) }));

/** Days, stars, remark and declaration. */
export function RatingFields({
  before,
  error,
  sending,
  onSend,
}: {
  before: RatingForm;
  error: Error | null;
  sending: boolean;
  onSend: (form: RatingForm) => void;
}) {
  const { register, handleSubmit } = useForm<RatingForm>({ defaultValues: before });
  const { faultOf, unplaced } = useFaults(error, ratingFields);
  const place = useFaultFocus(error);
  return (
    <form className="form" ref={place} onSubmit={handleSubmit(onSend)}>
      <section className="form-part line">
        <h2>{text.engagement}</h2>
        <div className="form-row">
          <TextField
            type="date"
            label={text.from}
            hint={text.fromHint}
            fault={faultOf("from_on")}
            {...register("from_on")}
          />
          <TextField
            type="date"
            label={text.to}
            hint={text.toHint}
            fault={faultOf("to_on")}
            {...register("to_on")}
          />
        </div>
      </section>
      <section className="form-part line">
        <h2>{text.starsTitle}</h2>
        <p className="soft">{text.starsNote}</p>
        {wordsOf("RatingCriterion").map((criterion) => (
          <ChoiceField
            key={criterion}
            type="radio"
            required
            legend={label("RatingCriterion", criterion)}
            options={stars}
            fault={faultOf(criterion)}
            {...register(criterion)}
          />
        ))}
      </section>
      <section className="form-part line">
        <h2>{text.remarkTitle}</h2>
        <TextArea
          label={text.remark}
          hint={text.remarkHint}
          optional
          rows={4}
          minLength={3}
          maxLength={1000}
          fault={faultOf("remark")}
          {...register("remark")}
        />
        <label className="choice">
          <input type="checkbox" {...register("named")} />
          <span>{text.named}</span>
        </label>
      </section>
      <section className="form-part line">
        <h2>{text.declare}</h2>
        <label className="choice">
          <input type="checkbox" required {...register("no_tie")} />
          <span>{text.noTie}</span>
        </label>
        {faultOf("no_tie") !== undefined && <p className="fault">{faultOf("no_tie")}</p>}
      </section>
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="form-end line">
        <Button look="go" type="submit" disabled={sending}>
          {sending ? text.sending : text.send}
        </Button>
      </div>
    </form>
  );
}
