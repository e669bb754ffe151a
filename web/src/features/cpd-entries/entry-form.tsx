import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { today } from "~/lib/day-count";
import { oneOf } from "~/lib/search-params";
import { Button } from "~/ui/button";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { options, words, wordsOf } from "~/words/words";
import { useSaveEntry } from "./queries";

const text = words.cpd.form;
const fields = ["done_on", "hours", "kind", "title", "learned"];

function formOf(entry: Schemas["CpdEntry"] | undefined) {
  return {
    done_on: entry?.done_on ?? today(),
    hours: String(entry?.hours ?? ""),
    kind: entry?.kind ?? "",
    title: entry?.title ?? "",
    learned: entry?.learned ?? "",
  };
}

/** What one did on a day: entered, or corrected. */
export function EntryForm({ entry, onDone }: { entry?: Schemas["CpdEntry"]; onDone?: () => void }) {
  const save = useSaveEntry();
  const { register, handleSubmit, reset } = useForm({ defaultValues: formOf(entry) });
  const { faultOf, unplaced } = useFaults(save.error, fields);
  const place = useFaultFocus(save.error);
  const etag = entry?.etag ?? undefined;
  const before = entry === undefined || etag === undefined ? undefined : { id: entry.id, etag };
  const submit = handleSubmit(({ done_on, hours, kind, title, learned }) => {
    const chosen = oneOf(wordsOf("CpdKind"), kind);
    if (chosen === undefined) return;
    const said = learned.trim();
    const body = {
      done_on,
      hours: Number(hours),
      kind: chosen,
      title: title.trim(),
      learned: said === "" ? null : said,
    };
    save.mutate(
      { body, before },
      {
        onSuccess: () => {
          reset(formOf(undefined));
          onDone?.();
        },
      },
    );
  });
  return (
    <form className="form" ref={place} onSubmit={submit}>
      <div className="form-row">
        <TextField
          label={text.day}
          type="date"
          max={today()}
          fault={faultOf("done_on")}
          {...register("done_on")}
        />
        <TextField
          label={text.hours}
          hint={text.hoursHint}
          type="number"
          min={0.25}
          max={24}
          step={0.25}
          fault={faultOf("hours")}
          {...register("hours")}
        />
        <SelectField
          label={text.kind}
          none={text.choose}
          options={options("CpdKind")}
          fault={faultOf("kind")}
          {...register("kind")}
        />
      </div>
      <TextField
        label={text.what}
        minLength={3}
        maxLength={200}
        fault={faultOf("title")}
        {...register("title")}
      />
      <TextArea
        label={text.learned}
        optional
        rows={3}
        maxLength={4000}
        fault={faultOf("learned")}
        {...register("learned")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="row">
        {onDone !== undefined && <Button onClick={onDone}>{text.cancel}</Button>}
        <Button look="go" type="submit" disabled={save.isPending}>
          {save.isPending ? text.saving : entry === undefined ? text.add : text.save}
        </Button>
      </div>
    </form>
  );
}
