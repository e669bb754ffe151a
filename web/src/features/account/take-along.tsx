import { words } from "~/words/words";
import { ProofForm } from "./proof-form";
import { useTakeAlong } from "./queries";

const text = words.ownData.take;

/** Everything of one's own as one file. */
export function TakeAlong({
  email,
  withCode,
  onDone,
  onCancel,
}: {
  email: string;
  withCode: boolean;
  onDone: () => void;
  onCancel: () => void;
}) {
  const take = useTakeAlong();
  return (
    <>
      <p className="soft">{text.effect}</p>
      <ProofForm
        email={email}
        withCode={withCode}
        action={text.confirm}
        error={take.error}
        busy={take.isPending}
        onSubmit={(proof) => take.mutate(proof, { onSuccess: onDone })}
        onCancel={onCancel}
      />
    </>
  );
}
