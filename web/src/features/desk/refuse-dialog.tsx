import { useState } from "react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea } from "~/ui/field";
import { words } from "~/words/words";
import { shortName } from "./labels";
import { refuse } from "./steps";
import { isStale, StepTrouble } from "./step-trouble";
import { roomLeft } from "./thread-part";
import { useStep } from "./use-step";

const text = words.desk.refuse;
const shortest = 3;

export function RefuseDialog({
  id,
  onDone,
  onClose,
}: {
  id: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const step = useStep(id, refuse, onDone);
  const given = reason.trim();
  const fault = roomLeft(given) < 0 ? text.long : tried && given.length < shortest ? text.short : undefined;
  return (
    <Dialog title={text.title(shortName(id))} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (given.length >= shortest && roomLeft(given) >= 0) step.mutate(given);
        }}
      >
        <p className="soft">{text.effect}</p>
        <TextArea
          label={text.reason}
          hint={text.reasonHint}
          rows={4}
          dir="auto"
          value={reason}
          fault={fault}
          onChange={(event) => setReason(event.target.value)}
        />
        <StepTrouble id={id} error={step.error} onReread={step.reset} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{words.desk.cancel}</Button>
          <Button look="go" type="submit" disabled={step.isPending || isStale(step.error)}>
            {step.isPending ? text.working : text.action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
