import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { refresh } from "~/api/session";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Loaded } from "~/ui/loaded";
import { words } from "~/words/words";
import { membershipQuery, useStepMembership } from "./queries";
import { StepForm } from "./step-form";

const text = words.organisation.leave;

/** A person's own way out. */
export function Leave({ membership }: { membership: Schemas["MembershipRef"] }) {
  const [open, setOpen] = useState(false);
  const mine = useQuery({ ...membershipQuery(membership.id), enabled: open });
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.action}</Button>
      {open && (
        <Dialog title={text.titleOf(membership.organisation.name)} onClose={close}>
          <Loaded asked={mine}>
            {(found) => <LeaveForm mine={found} onReread={() => mine.refetch()} onClose={close} />}
          </Loaded>
        </Dialog>
      )}
    </>
  );
}

function LeaveForm({
  mine,
  onReread,
  onClose,
}: {
  mine: Schemas["Membership"];
  onReread: () => Promise<unknown>;
  onClose: () => void;
}) {
  const step = useStepMembership(mine);
  return (
    <StepForm
      effect={text.effect}
      action={text.confirm}
      error={step.error}
      busy={step.isPending}
      onSubmit={() =>
        step.mutate({ step: "leave" }, { onSuccess: () => void refresh().then(onClose, onClose) })
      }
      onReread={() => void onReread().then(() => step.reset())}
      onCancel={onClose}
    />
  );
}
