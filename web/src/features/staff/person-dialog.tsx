import { useState } from "react";
import type { Schemas } from "~/api/client";
import { useAccount } from "~/api/session";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { label, words } from "~/words/words";
import { stepsFor, type StaffStep } from "./can";
import { FactorMark, StandingMark } from "./marks";
import { StaffStepForm } from "./staff-step-form";
import { useLetIn, useUpdateStaff } from "./queries";
import { ToldLink } from "./told-link";

type Person = Schemas["StaffMember"];

const text = words.staff;

/** One person: what is known, and what an administrator may change. */
export function PersonDialog({
  person,
  onReread,
  onClose,
}: {
  person: Person;
  onReread: () => Promise<unknown>;
  onClose: () => void;
}) {
  const account = useAccount();
  const [open, setOpen] = useState<StaffStep | null>(null);
  const steps = stepsFor(account, person);
  const back = () => setOpen(null);
  return (
    <Dialog title={open === null ? person.name : `${text.steps[open]}: ${person.name}`} onClose={onClose}>
      {open === null ? (
        <>
          <Facts person={person} />
          {steps === "own" ? (
            <p className="note">{text.own}</p>
          ) : (
            <div className="row after">
              {steps.map((step) => (
                <Button key={step} onClick={() => setOpen(step)}>
                  {text.steps[step]}
                </Button>
              ))}
            </div>
          )}
        </>
      ) : open === "recover" ? (
        <LetIn person={person} onDone={onClose} onCancel={back} />
      ) : (
        <Change person={person} step={open} onReread={onReread} onDone={onClose} onCancel={back} />
      )}
    </Dialog>
  );
}

function Change({
  person,
  step,
  onReread,
  onDone,
  onCancel,
}: {
  person: Person;
  step: Exclude<StaffStep, "recover">;
  onReread: () => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}) {
  const update = useUpdateStaff(person);
  return (
    <StaffStepForm
      step={step}
      role={step === "role" ? person.role : undefined}
      error={update.error}
      busy={update.isPending}
      onSubmit={(reason, role) =>
        update.mutate(
          { reason, ...(step === "role" ? { role: role ?? null } : { suspended: step === "suspend" }) },
          { onSuccess: onDone },
        )
      }
      onReread={() => void onReread().then(() => update.reset())}
      onCancel={onCancel}
    />
  );
}

function LetIn({ person, onDone, onCancel }: { person: Person; onDone: () => void; onCancel: () => void }) {
  const letIn = useLetIn(person);
  if (letIn.isSuccess) return <ToldLink email={person.email} link={letIn.data.link} onClose={onDone} />;
  return (
    <StaffStepForm
      step="recover"
      error={letIn.error}
      busy={letIn.isPending}
      onSubmit={(reason) => letIn.mutate(reason)}
      onCancel={onCancel}
    />
  );
}

function Facts({ person }: { person: Person }) {
  const { second_factor_at: factor, created_at: made, changed_at: changed } = person;
  return (
    <dl className="kv">
      <dt>{text.columns.email}</dt>
      <dd>
        <bdi>{person.email}</bdi>
      </dd>
      <dt>{text.columns.role}</dt>
      <dd>{label("Role", person.role)}</dd>
      <dt>{text.columns.state}</dt>
      <dd>
        <StandingMark suspended={person.suspended} />
      </dd>
      <dt>{text.columns.factor}</dt>
      <dd>
        <FactorMark since={factor} />{" "}
        <span className="soft">
          {factor === null || factor === undefined ? text.factorNone : words.format.day(factor)}
        </span>
      </dd>
      <dt>{text.entered}</dt>
      <dd>{words.format.moment(made)}</dd>
      {changed !== made && (
        <>
          <dt>{text.changed}</dt>
          <dd>{words.format.moment(changed)}</dd>
        </>
      )}
    </dl>
  );
}
