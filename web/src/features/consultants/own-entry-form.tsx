import { useState, type ReactNode } from "react";
import { Controller, useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import type { OwnEntry } from "~/api/register";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { options, words } from "~/words/words";
import { LanguagePick } from "./language-pick";
import { OwnContacts } from "./own-contacts";
import { formOf, ownFields, profileOf, type OwnForm } from "./own-form";
import { PortPick } from "./port-pick";
import { usePutOwn } from "./queries";

const text = words.ownEntry;

/** What one says of oneself, as a whole; two tabs do not overwrite each other. */
export function OwnEntryForm({
  entry,
  name,
  onReread,
}: {
  entry: OwnEntry;
  name: string;
  onReread: () => Promise<unknown>;
}) {
  const form = useForm<OwnForm>({ defaultValues: formOf(entry?.value ?? null, name) });
  const put = usePutOwn();
  const [saved, setSaved] = useState(false);
  const { faultOf, unplaced } = useFaults(put.error, ownFields);
  const place = useFaultFocus(put.error);
  const stale = asProblem(put.error)?.status === 412;
  const { register, control } = form;
  const submit = form.handleSubmit((typed) => {
    setSaved(false);
    put.mutate({ body: profileOf(typed), etag: entry?.etag }, { onSuccess: () => setSaved(true) });
  });
  return (
    <form className="form" ref={place} onSubmit={submit}>
      <section className="form-part line">
        <TextField
          label={text.name}
          hint={text.nameHint}
          autoComplete="name"
          minLength={2}
          maxLength={100}
          fault={faultOf("name")}
          {...register("name")}
        />
        <TextField
          label={text.headline}
          hint={text.headlineHint}
          optional
          maxLength={160}
          fault={faultOf("headline")}
          {...register("headline")}
        />
        <TextArea
          label={text.about}
          optional
          rows={5}
          maxLength={4000}
          fault={faultOf("about")}
          {...register("about")}
        />
        <Controller
          control={control}
          name="base"
          render={({ field }) => (
            <PortPick
              label={text.base}
              hint={text.baseHint}
              fault={faultOf("base")}
              value={field.value}
              onChange={field.onChange}
              inputRef={field.ref}
            />
          )}
        />
        <Controller
          control={control}
          name="languages"
          render={({ field }) => (
            <LanguagePick
              label={text.languages}
              fault={faultOf("languages")}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <TextField
          label={text.available}
          hint={text.availableHint}
          type="date"
          optional
          fault={faultOf("available_from")}
          {...register("available_from")}
        />
      </section>
      <section className="form-part line">
        <ChoiceField
          legend={text.modes}
          optional
          options={options("WorkMode")}
          fault={faultOf("modes")}
          {...register("modes")}
        />
        <ChoiceField
          legend={text.domains}
          optional
          options={options("WorkDomain")}
          fault={faultOf("domains")}
          {...register("domains")}
        />
        <Folded title={text.ships} open={(entry?.value.vessel_types.length ?? 0) > 0}>
          <ChoiceField
            legend={text.ships}
            optional
            options={options("VesselType")}
            fault={faultOf("vessel_types")}
            {...register("vessel_types")}
          />
        </Folded>
        <Folded title={text.regions} open={(entry?.value.regions.length ?? 0) > 0}>
          <ChoiceField
            legend={text.regions}
            optional
            options={options("SeaRegion")}
            fault={faultOf("regions")}
            {...register("regions")}
          />
        </Folded>
      </section>
      <OwnContacts form={form} fault={faultOf("contacts")} />
      <section className="form-part line">
        <label className="choice">
          <input type="checkbox" {...register("hidden")} />
          <span>
            {text.hidden} <br />
            <span className="soft small">{text.hiddenNote}</span>
          </span>
        </label>
        {unplaced !== null && <ErrorState error={unplaced} />}
        {stale && (
          <p className="row">
            <Button onClick={() => void onReread().then(() => put.reset())}>{text.reread}</Button>
            <span className="small soft">{text.rereadHint}</span>
          </p>
        )}
        <div className="form-end">
          <Button look="go" type="submit" disabled={put.isPending || stale}>
            {put.isPending ? text.saving : text.save}
          </Button>
          <span role="status">{saved && !put.isPending && text.saved}</span>
        </div>
      </section>
    </form>
  );
}

function Folded({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="choice-group" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
