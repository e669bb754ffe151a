import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { label, options, words, wordsOf } from "~/words/words";
import { fromEntry, toUpdate, type EntryForm } from "./entry-form";
import { useUpdateOrganisation } from "./queries";

const text = words.organisation.entry;
const fields = ["visibility", "website", "about", "partner_as"];

export function EntryFields({
  organisation,
  etag,
  onReread,
  onClose,
}: {
  organisation: Schemas["Organisation"];
  etag: string;
  onReread: () => Promise<unknown>;
  onClose: (changed: boolean) => void;
}) {
  const { register, handleSubmit } = useForm<EntryForm>({ defaultValues: fromEntry(organisation) });
  const update = useUpdateOrganisation(organisation.id);
  const { faultOf, unplaced } = useFaults(update.error, fields);
  const stale = asProblem(update.error)?.status === 412;
  const save = (form: EntryForm) => {
    const body = toUpdate(organisation, form);
    if (Object.keys(body).length === 0) onClose(false);
    else update.mutate({ body, etag }, { onSuccess: () => onClose(true) });
  };
  const visibilities = wordsOf("Visibility").map((value) => ({
    value,
    label: words.organisation.explained(label("Visibility", value), text.means[value]),
  }));
  return (
    <form className="form" onSubmit={handleSubmit(save)}>
      <ChoiceField
        legend={text.visibility}
        type="radio"
        options={visibilities}
        fault={faultOf("visibility")}
        {...register("visibility")}
      />
      <TextField
        label={text.website}
        hint={text.websiteHint}
        optional
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        fault={faultOf("website")}
        {...register("website")}
      />
      <TextArea
        label={text.about}
        hint={text.aboutHint}
        optional
        maxLength={1000}
        fault={faultOf("about")}
        {...register("about")}
      />
      <ChoiceField
        legend={text.partner}
        hint={text.partnerHint}
        optional
        options={options("Partnership")}
        fault={faultOf("partner_as")}
        {...register("partner_as")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      {stale && (
        <p className="row">
          <Button onClick={() => void onReread().then(() => update.reset())}>
            {words.organisation.reread}
          </Button>
          <span className="small soft">{words.organisation.rereadHint}</span>
        </p>
      )}
      <div className="row">
        <Button look="go" type="submit" disabled={update.isPending || stale}>
          {text.save}
        </Button>
        <Button onClick={() => onClose(false)}>{words.organisation.cancel}</Button>
      </div>
    </form>
  );
}
