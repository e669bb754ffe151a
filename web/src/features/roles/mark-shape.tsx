import { StateMark, type StateTone } from "~/ui/state-mark";
import type { Mark } from "./matrix";

const tones = {
  yes: "valid",
  own: "open",
  known: "open",
  no: "absent",
} satisfies Record<Mark, StateTone>;

export function MarkShape({ mark, label }: { mark: Mark; label: string }) {
  return <StateMark tone={tones[mark]} label={label} />;
}
