import type { Schemas } from "~/api/client";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label } from "~/words/words";

const tones = {
  pending: "waiting",
  published: "valid",
  refused: "stopped",
  withdrawn: "absent",
  taken_down: "revoked",
} satisfies Record<Schemas["ReviewStatus"], StateTone>;

export function ReviewStatusMark({ status }: { status: Schemas["ReviewStatus"] }) {
  return <StateMark tone={tones[status]} label={label("ReviewStatus", status)} />;
}
