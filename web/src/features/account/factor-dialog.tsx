import { Dialog } from "~/ui/dialog";
import { words } from "~/words/words";
import { ProofForm } from "./proof-form";
import { useRemoveFactor, useRenewCodes } from "./queries";
import { RecoveryCodes } from "./recovery-codes";
import { SetUp } from "./set-up";
import { useKeeping, type Keeping } from "./use-keeping";

const text = words.secondFactor;

export type FactorStep = "set-up" | "replace" | "codes" | "remove";

interface Props {
  email: string;
  onClose: () => void;
  onDone: () => void;
}

/** What may be done with the own second factor, one at a time. */
export function FactorDialog({ step, email, onClose, onDone }: Props & { step: FactorStep }) {
  const keeping = useKeeping(onDone);
  const close = keeping.codes === null ? onClose : keeping.close;
  return (
    <Dialog title={text.dialogs[step]} onClose={close}>
      {step === "codes" ? (
        <Renew email={email} keeping={keeping} onCancel={onClose} />
      ) : step === "remove" ? (
        <Remove email={email} onClose={onClose} onDone={onDone} />
      ) : (
        <SetUp
          email={email}
          has={step === "replace"}
          level={3}
          keeping={keeping}
          last={text.keep.done}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}

function Renew({ email, keeping, onCancel }: { email: string; keeping: Keeping; onCancel: () => void }) {
  const renew = useRenewCodes();
  const { codes, tell } = keeping;
  if (codes !== null) {
    return (
      <>
        <p className="soft">{text.keep.before}</p>
        <RecoveryCodes email={email} codes={codes} keeping={keeping} action={text.keep.done} />
      </>
    );
  }
  return (
    <>
      <p className="soft">{text.codes.effect}</p>
      <ProofForm
        email={email}
        withCode
        action={text.codes.action}
        error={renew.error}
        busy={renew.isPending}
        onSubmit={(proof) => renew.mutate(proof, { onSuccess: (told) => tell(told.codes) })}
        onCancel={onCancel}
      />
    </>
  );
}

function Remove({ email, onClose, onDone }: Props) {
  const remove = useRemoveFactor();
  return (
    <>
      <p className="soft">{text.removal.effect}</p>
      <ProofForm
        email={email}
        withCode
        action={text.removal.action}
        look="danger"
        error={remove.error}
        busy={remove.isPending}
        onSubmit={(proof) => remove.mutate(proof, { onSuccess: onDone })}
        onCancel={onClose}
      />
    </>
  );
}
