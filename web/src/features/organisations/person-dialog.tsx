import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { useAccount } from "~/api/session";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Loaded } from "~/ui/loaded";
import { label, words } from "~/words/words";
import { managedRoles, needsReason, offerFor, type Standing, type Step } from "./can";
import { MembershipMark } from "./marks";
import { membershipQuery, useStepMembership } from "./queries";
import { RoleForm } from "./role-form";
import { StepForm } from "./step-form";

type Person = Schemas["Membership"];

const text = words.organisation.people;

/** One person: what is known, and what whoever looks may change. */
export function PersonDialog({
  id,
  standing,
  onClose,
}: {
  id: string;
  standing: Standing;
  onClose: () => void;
}) {
  const person = useQuery(membershipQuery(id));
  return (
    <Dialog title={person.data?.name ?? person.data?.email ?? text.title} onClose={onClose}>
      <Loaded asked={person}>
        {(found) => (
          <Shown person={found} standing={standing} onReread={() => person.refetch()} onClose={onClose} />
        )}
      </Loaded>
    </Dialog>
  );
}

function Shown({
  person,
  standing,
  onReread,
  onClose,
}: {
  person: Person;
  standing: Standing;
  onReread: () => Promise<unknown>;
  onClose: () => void;
}) {
  const account = useAccount();
  const [open, setOpen] = useState<Step | null>(null);
  const offer = offerFor(standing, account, person);
  return (
    <div className="form">
      <Facts person={person} />
      {typeof offer === "string" ? (
        offer !== "read-only" && <p className="note">{text[offer]}</p>
      ) : open !== null && offer.steps.includes(open) ? (
        <StepPart
          person={person}
          step={open}
          onReread={onReread}
          onDone={onClose}
          onCancel={() => setOpen(null)}
        />
      ) : (
        <>
          {person.state !== "left" && (
            <RoleForm
              key={person.etag}
              person={person}
              roles={managedRoles(standing)}
              onReread={onReread}
              onDone={onClose}
            />
          )}
          <div className="row">
            {offer.steps.map((step, at) => (
              <Button
                key={step}
                look={at === 0 && !needsReason(step) ? "go" : "normal"}
                onClick={() => setOpen(step)}
              >
                {label("MembershipStep", step)}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function StepPart({
  person,
  step,
  onReread,
  onDone,
  onCancel,
}: {
  person: Person;
  step: Step;
  onReread: () => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}) {
  const take = useStepMembership(person);
  return (
    <StepForm
      effect={text.effect[step]}
      action={label("MembershipStep", step)}
      reason={needsReason(step) ? { label: text.why, hint: text.whyHint } : undefined}
      error={take.error}
      busy={take.isPending}
      onSubmit={(reason) =>
        take.mutate({ step, ...(reason === undefined ? {} : { reason }) }, { onSuccess: onDone })
      }
      onReread={() => void onReread().then(() => take.reset())}
      onCancel={onCancel}
    />
  );
}

function Facts({ person }: { person: Person }) {
  const { reason, invitation_expires_at: until } = person;
  return (
    <dl className="kv">
      <dt>{text.columns.email}</dt>
      <dd>
        <bdi>{person.email}</bdi>
      </dd>
      <dt>{text.columns.role}</dt>
      <dd>{label("OrganisationRole", person.role)}</dd>
      <dt>{text.columns.state}</dt>
      <dd>
        <MembershipMark state={person.state} />
      </dd>
      <dt>{text.columns.since}</dt>
      <dd>{words.format.moment(person.changed_at)}</dd>
      {person.state === "invited" && until !== null && until !== undefined && (
        <>
          <dt>{text.invitedUntil}</dt>
          <dd>{words.format.moment(until)}</dd>
        </>
      )}
      {reason !== null && reason !== undefined && (
        <>
          <dt>{text.reason}</dt>
          <dd className="pre-line">{reason}</dd>
        </>
      )}
    </dl>
  );
}
