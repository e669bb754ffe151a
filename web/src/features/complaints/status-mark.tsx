import type { Schemas } from "~/api/client";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label } from "~/words/words";

const tones = {
  received: "open",
  investigating: "waiting",
  upheld: "valid",
  dismissed: "stopped",
} satisfies Record<Schemas["ComplaintStatus"], StateTone>;

export function ComplaintStatusMark({ status }: { status: Schemas["ComplaintStatus"] }) {
  return <StateMark tone={tones[status]} label={label("ComplaintStatus", status)} />;
}
