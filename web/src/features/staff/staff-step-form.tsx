import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { oneOf } from "~/lib/search-params";
import { Button } from "~/ui/button";
import { SelectField, TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { label, words } from "~/words/words";
import { staffRoles, type StaffRole, type StaffStep } from "./can";

const text = words.staff;

interface Typed {
  role: string;
  reason: string;
}

/** A step on somebody of the platform: what it does, and why. */
export function StaffStepForm({
  step,
  role,
  error,
  busy,
  onSubmit,
  onReread,
  onCancel,
}: {
  step: StaffStep;
  /** The role of now, where another is chosen. */
  role?: Schemas["Role"] | undefined;
  error: Error | null;
  busy: boolean;
  onSubmit: (reason: string, role: StaffRole | undefined) => void;
  onReread?: () => void;
  onCancel: () => void;
}) {
  const { register, handleSubmit } = useForm<Typed>({ defaultValues: { role: "", reason: "" } });
  const { faultOf, unplaced } = useFaults(error, role === undefined ? ["reason"] : ["role", "reason"]);
  const form = useFaultFocus(error);
  const stale = asProblem(error)?.status === 412;
  const roles = staffRoles().filter((other) => other !== role);
  const recovers = step === "recover";
  return (
    <form
      ref={form}
      className="form"
      onSubmit={handleSubmit((typed) => onSubmit(typed.reason.trim(), oneOf(roles, typed.role)))}
    >
      <p className="soft">{text.effect[step]}</p>
      {role !== undefined && (
        <SelectField
          label={text.role}
          none={text.enter.choose}
          options={roles.map((other) => ({ value: other, label: label("Role", other) }))}
          fault={faultOf("role")}
          {...register("role")}
        />
      )}
      <TextArea
        label={recovers ? text.sure : text.reason}
        hint={recovers ? text.sureHint : text.reasonHint}
        rows={3}
        minLength={3}
        maxLength={1000}
        fault={faultOf("reason")}
        {...register("reason")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      {stale && onReread !== undefined && (
        <p className="row">
          <Button onClick={onReread}>{text.reread}</Button>
          <span className="small soft">{text.rereadHint}</span>
        </p>
      )}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button
          look={step === "suspend" || recovers ? "danger" : "go"}
          type="submit"
          disabled={busy || stale}
        >
          {busy ? text.working : text.steps[step]}
        </Button>
      </div>
    </form>
  );
}
