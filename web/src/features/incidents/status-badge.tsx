import type { Schemas } from "~/api/client";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label } from "~/words/words";

const tones = {
  submitted: "waiting",
  in_triage: "open",
  accepted: "valid",
  refused: "stopped",
  duplicate: "absent",
  withdrawn: "stopped",
} satisfies Record<Schemas["IncidentStatus"], StateTone>;

export function StatusBadge({ status }: { status: Schemas["IncidentStatus"] }) {
  return <StateMark tone={tones[status]} label={label("IncidentStatus", status)} />;
}
