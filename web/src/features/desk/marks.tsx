import type { DeskNote } from "~/lib/sealed/desk-note";
import { SeverityMark } from "~/ui/severity-mark";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label, words } from "~/words/words";
import { severityOf } from "./labels";
import type { Envelope } from "./port";
import type { NamedReport } from "./rows";

/** A call for help: the mark of what is past due, its word, its colour. */
export function HelpMark() {
  return (
    <span className="sev critical">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path stroke="none" d="M5 0h2l-.3 8H5.3zM6 9.2a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z" />
      </svg>
      {words.desk.help}
    </span>
  );
}

export function NoteSeverity({ note }: { note: DeskNote }) {
  const level = severityOf(note);
  return <SeverityMark level={level} label={label("Severity", level)} />;
}

const stageTones = {
  opened: "open",
  waiting: "waiting",
  accepted: "valid",
  refused: "stopped",
  duplicate: "absent",
} satisfies Record<DeskNote["stage"], StateTone>;

const stateTones = {
  received: "absent",
  opened: "open",
  closed: "valid",
  withdrawn: "stopped",
} satisfies Record<Envelope["state"], StateTone>;

const statusTones = {
  submitted: "absent",
  in_triage: "open",
  accepted: "valid",
  refused: "stopped",
  duplicate: "absent",
  withdrawn: "stopped",
} satisfies Record<NamedReport["status"], StateTone>;

/** The server knows four states; what the desk decided stands in its note. */
export function CaseState({ envelope, note }: { envelope: Envelope; note: DeskNote | null }) {
  if (note === null)
    return <StateMark tone={stateTones[envelope.state]} label={label("EnvelopeState", envelope.state)} />;
  const decided = note.stage !== "opened" && note.stage !== "waiting";
  if (decided && envelope.state !== "closed")
    return <StateMark tone="waiting" label={words.desk.unfinished} />;
  return <StateMark tone={stageTones[note.stage]} label={words.desk.stage[note.stage]} />;
}

export function StatusState({ status }: { status: NamedReport["status"] }) {
  return <StateMark tone={statusTones[status]} label={label("IncidentStatus", status)} />;
}
