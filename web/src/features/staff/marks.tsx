import { StateMark } from "~/ui/state-mark";
import { words } from "~/words/words";

const text = words.staff;

export function StandingMark({ suspended }: { suspended: boolean }) {
  return suspended ? (
    <StateMark tone="stopped" label={text.suspended} />
  ) : (
    <StateMark tone="valid" label={text.active} />
  );
}

export function FactorMark({ since }: { since: string | null | undefined }) {
  return since === null || since === undefined ? (
    <StateMark tone="absent" label={text.factor.no} />
  ) : (
    <StateMark tone="valid" label={text.factor.yes} />
  );
}
