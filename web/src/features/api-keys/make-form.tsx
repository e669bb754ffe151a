import { useForm, useWatch } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { label, words, wordsOf } from "~/words/words";
import {
  emptyKey,
  mostDays,
  mostNetworks,
  networksOf,
  strangeNetwork,
  toCreate,
  type KeyForm,
} from "./key-form";
import { PublicKeyField, readable } from "./public-key-field";
import { useMakeKey } from "./queries";

const text = words.apiKeys.make;
const fields = ["name", "scopes", "days", "addresses", "test", "public_key"];

const scopes = wordsOf("KeyScope").map((value) => ({
  value,
  label: label("KeyScope", value),
  hint: text.means[value],
}));

function networkFault(typed: string): true | string {
  const strange = strangeNetwork(typed);
  if (strange !== null) return text.strange(strange);
  return networksOf(typed).length > mostNetworks ? text.tooMany(mostNetworks) : true;
}

export function MakeForm({
  onMade,
  onCancel,
}: {
  onMade: (made: Schemas["ApiKeyMade"]) => void;
  onCancel: () => void;
}) {
  const { register, handleSubmit, formState, control } = useForm<KeyForm>({ defaultValues: emptyKey });
  const [chosen, test] = useWatch({ control, name: ["scopes", "test"] });
  const make = useMakeKey();
  const { faultOf, unplaced } = useFaults(make.error, fields);
  const form = useFaultFocus(make.error);
  const { errors } = formState;
  const pairFault = errors.publicKey?.message ?? faultOf("public_key");
  return (
    <form
      ref={form}
      className="form"
      onSubmit={handleSubmit((typed) => make.mutate(toCreate(typed), { onSuccess: onMade }))}
    >
      <TextField
        label={text.name}
        hint={text.nameHint}
        autoComplete="off"
        minLength={2}
        maxLength={100}
        fault={faultOf("name")}
        {...register("name")}
      />
      <ChoiceField
        legend={text.scopes}
        hint={text.scopesHint}
        options={scopes}
        fault={errors.scopes?.message ?? faultOf("scopes")}
        {...register("scopes", { validate: (all) => all.length > 0 || text.noScope })}
      />
      <TextField
        label={text.days}
        hint={text.daysHint}
        type="number"
        inputMode="numeric"
        min={1}
        max={mostDays}
        step={1}
        fault={faultOf("days")}
        {...register("days")}
      />
      <TextArea
        label={text.networks}
        hint={text.networksHint}
        optional
        rows={3}
        autoCapitalize="none"
        spellCheck={false}
        fault={errors.addresses?.message ?? faultOf("addresses")}
        {...register("addresses", { validate: networkFault })}
      />
      <label className="choice">
        <input type="checkbox" {...register("test")} />
        <span>
          {text.test}
          <span className="soft small">{text.testHint}</span>
        </span>
      </label>
      {test && chosen.includes("statistics:read") && <p className="note warn">{text.noFigures}</p>}
      <details open={pairFault === undefined ? undefined : true}>
        <summary>{text.pair}</summary>
        <PublicKeyField
          label={text.publicKey}
          optional
          fault={pairFault}
          {...register("publicKey", { validate: readable })}
        />
      </details>
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{words.apiKeys.cancel}</Button>
        <Button look="go" type="submit" disabled={make.isPending}>
          {make.isPending ? text.working : text.action}
        </Button>
      </div>
    </form>
  );
}
