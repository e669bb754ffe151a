import { Link } from "@tanstack/react-router";
import { paths } from "~/app/paths";
import { BarredButton, Button } from "~/ui/button";
import { words } from "~/words/words";
import type { DeskCase } from "./case";
import { goesByItself, nextDuty } from "./duties";
import { shortName } from "./labels";
import { pendingOf } from "./notes";
import { StepTrouble } from "./step-trouble";
import { closeAccepted, finish, reopen } from "./steps";
import { useStep } from "./use-step";

const text = words.desk.panel;

export type Act = "accept" | "refuse" | "link" | "note" | "reply";

const keyOf = { accept: "a", reply: "r", link: "l", refuse: "f", note: "n" } satisfies Record<Act, string>;

/** Whether a person may decide now: nothing is begun, nothing is closed, nothing counts already. */
export function isUndecided(one: DeskCase): boolean {
  const duty = nextDuty(one);
  const idle = duty === null || goesByItself(duty);
  return idle && one.envelope.state === "opened" && one.note?.incident === undefined;
}

export function PanelActions({
  one,
  by,
  onAct,
  onReopened,
}: {
  one: DeskCase;
  by: string;
  onAct: (act: Act) => void;
  onReopened: () => void;
}) {
  const duty = nextDuty(one);
  if (duty !== null && !goesByItself(duty)) return <Unfinished one={one} by={by} />;
  if (one.envelope.state === "closed") return <Closed one={one} onReopened={onReopened} />;
  if (one.note?.incident !== undefined)
    return <Counted one={one} reference={one.note.incident.reference} onAct={onAct} />;
  return (
    <div className="row panel-actions">
      <Action act="accept" onAct={onAct} primary />
      <Action act="reply" onAct={onAct} />
      <Action act="link" onAct={onAct} />
      <Action act="refuse" onAct={onAct} />
    </div>
  );
}

function Action({ act, onAct, primary = false }: { act: Act; onAct: (act: Act) => void; primary?: boolean }) {
  return (
    <Button look={primary ? "go" : "normal"} aria-keyshortcuts={keyOf[act]} onClick={() => onAct(act)}>
      {text[act]}
      {primary && <kbd aria-hidden="true">{keyOf[act]}</kbd>}
    </Button>
  );
}

/** It was accepted once and opened again: it still counts, so it can only be closed the same way. */
function Counted({ one, reference, onAct }: { one: DeskCase; reference: string; onAct: (act: Act) => void }) {
  const step = useStep<undefined>(one.envelope.id, (desk, now, _, keep) => closeAccepted(desk, now, keep));
  return (
    <>
      <div className="row panel-actions">
        <Button look="go" disabled={step.isPending} onClick={() => step.mutate(undefined)}>
          {text.closeAgain}
        </Button>
        <Action act="reply" onAct={onAct} />
        <BarredButton reason={text.counted(reference)}>{text.refuse}</BarredButton>
      </div>
      <StepTrouble id={one.envelope.id} error={step.error} onReread={step.reset} />
    </>
  );
}

function Unfinished({ one, by }: { one: DeskCase; by: string }) {
  const step = useStep<undefined>(one.envelope.id, (desk, now, _, keep) => finish(desk, now, keep));
  const pending = one.note === null ? null : pendingOf(one.note);
  const making = nextDuty(one) === "make_incident" && pending !== null;
  const theirs = making && pending.by !== by;
  return (
    <div className="note warn panel-unfinished">
      <p className="strong">{text.unfinished.title}</p>
      <p>{making ? text.unfinished.make_incident(pending.by) : text.unfinished.other}</p>
      {theirs && <p>{text.unfinished.theirs(pending.by)}</p>}
      <StepTrouble id={one.envelope.id} error={step.error} onReread={step.reset} />
      <Button
        look={theirs ? "normal" : "go"}
        disabled={step.isPending}
        onClick={() => step.mutate(undefined)}
      >
        {text.finish}
      </Button>
    </div>
  );
}

function Closed({ one, onReopened }: { one: DeskCase; onReopened: () => void }) {
  const step = useStep<undefined>(
    one.envelope.id,
    (desk, now, _, keep) => reopen(desk, now, keep),
    onReopened,
  );
  return (
    <>
      <Outcome one={one} />
      <div className="row panel-actions">
        <Button disabled={step.isPending} onClick={() => step.mutate(undefined)}>
          {text.reopen}
        </Button>
      </div>
      <StepTrouble id={one.envelope.id} error={step.error} onReread={step.reset} />
    </>
  );
}

function Outcome({ one }: { one: DeskCase }) {
  const { note } = one;
  if (note?.stage === "accepted" && note.incident !== undefined) {
    return (
      <p className="panel-outcome">
        <Link to={paths.incident(note.incident.reference)}>
          {text.closed.accepted(note.incident.reference)}
        </Link>
      </p>
    );
  }
  if (note?.stage === "duplicate" && note.duplicate_of !== undefined)
    return <Original of={note.duplicate_of} />;
  if (note?.stage === "refused") {
    return (
      <p className="panel-outcome">
        <b>{text.closed.refused}</b> <span dir="auto">{note.reason}</span>
      </p>
    );
  }
  return null;
}

/** An incident by its reference, or another sealed report by its id. */
function Original({ of }: { of: string }) {
  const incident = of.startsWith("INC-");
  return (
    <p className="panel-outcome">
      {text.closed.duplicate}{" "}
      {incident ? (
        <Link to={paths.incident(of)}>{of}</Link>
      ) : (
        <Link to={paths.desk()} search={{ report: of }}>
          {shortName(of)}
        </Link>
      )}
    </p>
  );
}
