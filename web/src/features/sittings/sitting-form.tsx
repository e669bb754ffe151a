import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { schemesQuery } from "~/api/register";
import { Button } from "~/ui/button";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { options, words } from "~/words/words";
import { useSaveSitting } from "./queries";
import { draftOf, formOf, sittingFields, type SittingForm as Typed } from "./sitting-draft";

const text = words.sittingForm;

/** The requirements of schemes for people that a sitting of this kind can meet. */
function useMeets(kind: string) {
  const schemes = useQuery(schemesQuery).data ?? [];
  return schemes
    .filter((scheme) => scheme.kind === "person")
    .flatMap(({ code, version }) =>
      version.content.requirements
        .filter((requirement) => requirement.kind === kind)
        .map((requirement) => ({ value: `${code}/${requirement.code}`, label: requirement.label })),
    );
}

/** A sitting, whole; two administrators do not overwrite each other. */
export function SittingForm({
  sitting,
  onSaved,
  onReread,
}: {
  sitting?: Schemas["Sitting"];
  onSaved: (id: string) => void;
  onReread?: () => void;
}) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const save = useSaveSitting(sitting);
  const { register, handleSubmit, watch } = useForm<Typed>({ defaultValues: formOf(sitting, zone) });
  const { faultOf, unplaced } = useFaults(save.error, sittingFields);
  const place = useFaultFocus(save.error);
  const kind = watch("kind");
  const meets = useMeets(kind);
  const stale = asProblem(save.error)?.status === 412;
  const submit = handleSubmit((typed) => save.mutate(draftOf(typed), { onSuccess: ({ id }) => onSaved(id) }));
  return (
    <form className="form" ref={place} onSubmit={submit}>
      <section className="form-part line">
        <SelectField
          label={text.kind}
          options={options("SittingKind")}
          fault={faultOf("kind")}
          {...register("kind")}
        />
        <TextField
          label={text.title}
          minLength={8}
          maxLength={120}
          fault={faultOf("title")}
          {...register("title")}
        />
        <TextArea
          label={text.about}
          hint={text.aboutHint}
          optional
          rows={4}
          maxLength={4000}
          fault={faultOf("about")}
          {...register("about")}
        />
        {kind !== "workshop" && (
          <SelectField
            key={meets.length}
            label={text.meets}
            hint={text.meetsHint}
            optional={kind === "training"}
            none={text.meetsNone}
            options={meets}
            fault={faultOf("requirement") ?? faultOf("scheme")}
            {...register("meets")}
          />
        )}
      </section>
      <section className="form-part line">
        <TextField
          label={text.zone}
          hint={text.zoneHint}
          maxLength={60}
          fault={faultOf("time_zone")}
          {...register("time_zone")}
        />
        <div className="form-row">
          <TextField
            label={text.starts}
            type="datetime-local"
            fault={faultOf("starts_local")}
            {...register("starts_local")}
          />
          <TextField
            label={text.ends}
            type="datetime-local"
            fault={faultOf("ends_local")}
            {...register("ends_local")}
          />
        </div>
        <TextField
          label={text.until}
          hint={text.untilHint}
          type="datetime-local"
          optional
          fault={faultOf("book_until_local")}
          {...register("book_until_local")}
        />
        <TextField
          label={text.port}
          hint={text.portHint}
          optional
          maxLength={6}
          fault={faultOf("port")}
          {...register("port")}
        />
        <TextField
          label={text.place}
          optional
          maxLength={300}
          fault={faultOf("place")}
          {...register("place")}
        />
        <TextField
          label={text.link}
          hint={text.linkHint}
          type="url"
          optional
          maxLength={500}
          fault={faultOf("online_url")}
          {...register("online_url")}
        />
        <TextField
          label={text.seats}
          hint={text.seatsHint}
          type="number"
          min={1}
          max={500}
          fault={faultOf("seats")}
          {...register("seats")}
        />
      </section>
      {kind === "workshop" && (
        <section className="form-part line">
          {(["agenda", "minutes", "outcomes"] as const).map((field) => (
            <TextArea
              key={field}
              label={text[field]}
              hint={field === "agenda" ? undefined : text.afterwards}
              optional
              rows={6}
              maxLength={20000}
              fault={faultOf(field)}
              {...register(field)}
            />
          ))}
        </section>
      )}
      {unplaced !== null && <ErrorState error={unplaced} />}
      {stale && onReread !== undefined && (
        <p className="row">
          <Button onClick={onReread}>{text.reread}</Button>
          <span className="small soft">{text.rereadHint}</span>
        </p>
      )}
      <div className="form-end line">
        <Button look="go" type="submit" disabled={save.isPending || stale}>
          {save.isPending ? text.saving : sitting === undefined ? text.announce : text.save}
        </Button>
      </div>
    </form>
  );
}
