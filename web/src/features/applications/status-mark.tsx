import type { Schemas } from "~/api/client";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label } from "~/words/words";

const tones = {
  applied: "open",
  asked: "waiting",
  approved: "valid",
  refused: "stopped",
} satisfies Record<Schemas["ApplicationStatus"], StateTone>;

export function ApplicationStatusMark({ status }: { status: Schemas["ApplicationStatus"] }) {
  return <StateMark tone={tones[status]} label={label("ApplicationStatus", status)} />;
}
