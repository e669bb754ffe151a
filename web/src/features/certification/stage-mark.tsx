import type { Schemas } from "~/api/client";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label, words } from "~/words/words";
import { daysInWords } from "./days";

type Stage = Schemas["CertificationStage"];

const tones = {
  draft: "open",
  submitted: "waiting",
  in_review: "waiting",
  asked: "soon",
  granted: "valid",
  refused: "revoked",
  appealed: "waiting",
  refusal_upheld: "revoked",
  withdrawn: "absent",
} satisfies Record<Stage, StateTone>;

export function StageMark({ stage }: { stage: Stage }) {
  return <StateMark tone={tones[stage]} label={label("CertificationStage", stage)} />;
}

/** Days that run; what is late has a shape and a word of its own. */
export function DaysMark({ left }: { left: number }) {
  if (left < 0) return <StateMark tone="revoked" label={daysInWords(left)} />;
  return <StateMark tone={left <= 7 ? "soon" : "waiting"} label={daysInWords(left)} />;
}

/** What is renewed and what is a firm's stands out from first certificates of people. */
export function Kinds({ renews, firm }: { renews: string | null | undefined; firm: boolean }) {
  const text = words.board;
  return (
    <>
      {(renews ?? null) !== null && <span className="kind-tag">{text.renewal}</span>}
      {firm && <span className="kind-tag">{text.accreditation}</span>}
    </>
  );
}
