import { useState } from "react";
import type { Schemas } from "~/api/client";
import { refresh } from "~/api/session";
import { words } from "~/words/words";
import { ProofForm } from "./proof-form";
import { useBeginFactor } from "./queries";
import { RecoveryCodes } from "./recovery-codes";
import { Scan } from "./scan";
import { StepHead } from "./step-head";
import type { Keeping } from "./use-keeping";

const text = words.secondFactor;

/** Three steps: the password, the authenticator with its first code, the recovery codes. */
export function SetUp({
  email,
  has,
  level,
  keeping,
  last,
  onCancel,
}: {
  email: string;
  /** Whether one counts already, which is replaced. */
  has: boolean;
  level: 2 | 3;
  keeping: Keeping;
  /** The word on the last button. */
  last: string;
  onCancel?: (() => void) | undefined;
}) {
  const begin = useBeginFactor();
  const [secret, setSecret] = useState<Schemas["FactorSecret"] | null>(null);
  const { codes } = keeping;
  if (codes !== null) {
    return (
      <div key="keep" className="set-up">
        <StepHead level={level} title={text.keep.title} step={text.step(3)} takesFocus />
        <RecoveryCodes email={email} codes={codes} keeping={keeping} action={last} />
      </div>
    );
  }
  if (secret !== null) {
    return (
      <div key="scan" className="set-up">
        <StepHead level={level} title={text.scan.title} step={text.step(2)} takesFocus />
        <Scan
          secret={secret}
          replaces={has}
          onCancel={onCancel}
          onConfirmed={(told) => {
            keeping.tell(told);
            void refresh().catch(() => null);
          }}
        />
      </div>
    );
  }
  return (
    <div className="set-up">
      <StepHead level={level} title={text.prove.title} step={text.step(1)} takesFocus={false} />
      <p className="soft">{text.prove.note}</p>
      <ProofForm
        email={email}
        withCode={has}
        action={text.prove.next}
        error={begin.error}
        busy={begin.isPending}
        onSubmit={(proof) => begin.mutate(proof, { onSuccess: setSecret })}
        onCancel={onCancel}
      />
    </div>
  );
}
