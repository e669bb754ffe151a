import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { supplierNamesQuery } from "~/api/register";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { StateMark } from "~/ui/state-mark";
import { words } from "~/words/words";
import { useRetractEngagement, useStateEngagement } from "./queries";

type Engagement = Schemas["Engagement"];

const text = words.ownEntry.engagements;
const empty = { supplier_id: "", from_on: "", to_on: "" };

/** For whom one works: stated by oneself, counted once the firm has confirmed it. */
export function OwnEngagements({ engagements }: { engagements: readonly Engagement[] }) {
  const retract = useRetractEngagement();
  return (
    <section className="form-part line">
      <h2>{text.title}</h2>
      <p className="soft">{text.note}</p>
      {engagements.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <ul className="held">
          {engagements.map((engagement) => (
            <Stated
              key={engagement.id}
              engagement={engagement}
              busy={retract.isPending}
              onRetract={() => retract.mutate(engagement.id)}
            />
          ))}
        </ul>
      )}
      {retract.isError && <ErrorState error={retract.error} />}
      <StateForm />
    </section>
  );
}

function mark({ confirmed_at: at, retracted_at: back }: Engagement) {
  if (back !== null && back !== undefined) return <StateMark tone="absent" label={text.retracted(back)} />;
  return at === null || at === undefined ? (
    <StateMark tone="waiting" label={text.waits} />
  ) : (
    <StateMark tone="valid" label={text.confirmed(at)} />
  );
}

function Stated({
  engagement,
  busy,
  onRetract,
}: {
  engagement: Engagement;
  busy: boolean;
  onRetract: () => void;
}) {
  const { supplier, from_on: from, to_on: to } = engagement;
  const last = to === null || to === undefined ? text.lasts : words.format.day(to);
  return (
    <li className="stated">
      <div>
        <p>
          <b>{supplier.name}</b>
        </p>
        <p className="small soft">{text.span(from, last)}</p>
      </div>
      {mark(engagement)}
      {(engagement.retracted_at ?? null) === null ? (
        <Button aria-label={text.retractName(supplier.name)} disabled={busy} onClick={onRetract}>
          {text.retract}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}

function StateForm() {
  const firms = useQuery(supplierNamesQuery).data ?? [];
  const state = useStateEngagement();
  const { register, handleSubmit, reset } = useForm({ defaultValues: empty });
  const { faultOf, unplaced } = useFaults(state.error, Object.keys(empty));
  const submit = handleSubmit(({ supplier_id, from_on, to_on }) =>
    state.mutate(
      { supplier_id, from_on, to_on: to_on === "" ? null : to_on },
      { onSuccess: () => reset(empty) },
    ),
  );
  return (
    <form className="form" onSubmit={submit}>
      <div className="form-row">
        <SelectField
          label={text.firm}
          none={text.choose}
          options={firms.map(({ id, name }) => ({ value: id, label: name }))}
          fault={faultOf("supplier_id")}
          {...register("supplier_id")}
        />
        <TextField label={text.from} type="date" fault={faultOf("from_on")} {...register("from_on")} />
        <TextField
          label={text.to}
          hint={text.toHint}
          type="date"
          optional
          fault={faultOf("to_on")}
          {...register("to_on")}
        />
      </div>
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="row">
        <Button type="submit" disabled={state.isPending}>
          {text.add}
        </Button>
      </div>
    </form>
  );
}
