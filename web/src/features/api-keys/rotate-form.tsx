import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { mostDays, mostHours, toRotation, usualDays, usualHours, type RotationForm } from "./key-form";
import { stateOf } from "./key-state";
import { PublicKeyField, readable } from "./public-key-field";
import { useRotateKey } from "./queries";
import { isStale, Trouble } from "./trouble";

const text = words.apiKeys.rotate;
const fields = ["overlap_hours", "days", "public_key"];

export function RotateForm({
  of: key,
  onReread,
  onRotated,
  onCancel,
}: {
  of: Schemas["ApiKey"];
  onReread: () => Promise<unknown>;
  onRotated: (made: Schemas["ApiKeyMade"]) => void;
  onCancel: () => void;
}) {
  const expired = stateOf(key, new Date()).kind === "expired";
  const paired = key.public_key !== null && key.public_key !== undefined;
  const start = { hours: String(usualHours), days: expired ? String(usualDays) : "", publicKey: "" };
  const { register, handleSubmit, formState } = useForm<RotationForm>({ defaultValues: start });
  const rotate = useRotateKey(key);
  const { faultOf, unplaced } = useFaults(rotate.error, fields);
  const form = useFaultFocus(rotate.error);
  const day = words.format.day(key.expires_at);
  return (
    <form
      ref={form}
      className="form"
      onSubmit={handleSubmit((typed) => rotate.mutate(toRotation(typed), { onSuccess: onRotated }))}
    >
      <p className="soft">{paired ? text.effectPair : text.effect}</p>
      {paired && (
        <PublicKeyField
          label={text.publicKey}
          fault={formState.errors.publicKey?.message ?? faultOf("public_key")}
          {...register("publicKey", { validate: readable })}
        />
      )}
      <TextField
        label={paired ? text.hoursPair : text.hours}
        hint={text.hoursHint}
        type="number"
        inputMode="numeric"
        min={0}
        max={mostHours}
        step={1}
        fault={faultOf("overlap_hours")}
        {...register("hours")}
      />
      <TextField
        label={text.days}
        hint={expired ? text.daysExpired(day) : text.daysHint(day)}
        optional={!expired}
        type="number"
        inputMode="numeric"
        min={1}
        max={mostDays}
        step={1}
        fault={faultOf("days")}
        {...register("days")}
      />
      <Trouble error={unplaced} onReread={() => void onReread().then(() => rotate.reset())} />
      <div className="dialog-foot">
        <Button onClick={onCancel}>{words.apiKeys.cancel}</Button>
        <Button look="go" type="submit" disabled={rotate.isPending || isStale(rotate.error)}>
          {rotate.isPending ? text.working : text.action}
        </Button>
      </div>
    </form>
  );
}
