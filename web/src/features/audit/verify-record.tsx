import { useState, type ChangeEvent } from "react";
import { download } from "~/api/download";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { ErrorState, LoadingState } from "~/ui/states";
import { useUiWords } from "~/ui/ui-words";
import { words } from "~/words/words";
import { readCheckpoint } from "./kept-checkpoint";
import { useVerification } from "./queries";
import { VerificationResult } from "./verification-result";

const text = words.audit.verify;
const all = "/api/v1/audit/checkpoints.ndjson";

/** The button over the list, and what it finds. */
export function VerifyRecord() {
  const [open, setOpen] = useState(false);
  const check = useVerification();
  const begin = () => {
    setOpen(true);
    check.mutate(null);
  };
  return (
    <>
      <Button onClick={begin}>{text.action}</Button>
      {open && <VerifyDialog check={check} onClose={() => setOpen(false)} />}
    </>
  );
}

function VerifyDialog({
  check,
  onClose,
}: {
  check: ReturnType<typeof useVerification>;
  onClose: () => void;
}) {
  const [unread, setUnread] = useState(false);
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file === undefined) return;
    const kept = readCheckpoint(await file.text());
    setUnread(kept === null);
    if (kept !== null) check.mutate(kept);
  };
  return (
    <Dialog title={text.title} onClose={onClose} wide>
      <div className="form">
        <div aria-live="polite">
          {check.isPending && <LoadingState />}
          {check.isError && (
            <ErrorState error={check.error} onRetry={() => check.mutate(check.variables ?? null)} />
          )}
          {check.isSuccess && (
            <VerificationResult found={check.data} against={check.variables?.number ?? null} />
          )}
        </div>
        <Field label={text.against} hint={text.againstHint} fault={unread ? text.unread : undefined} optional>
          {({ required: _optional, ...control }) => (
            <input
              type="file"
              accept=".json,application/json"
              className="field"
              {...control}
              onChange={(event) => void read(event)}
            />
          )}
        </Field>
        <p className="small soft">{text.proves}</p>
        <p className="small soft">{text.provesNot}</p>
        <AllCheckpoints />
      </div>
    </Dialog>
  );
}

function AllCheckpoints() {
  const { explain } = useUiWords();
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = () =>
    download(all, "*/*", "bellbuoy-audit-checkpoints.ndjson").then(
      () => setTrouble(null),
      (error: unknown) => setTrouble(explain(error).title),
    );
  return (
    <div className="dialog-foot">
      <span className="small soft" aria-live="polite">
        {trouble}
      </span>
      <Button onClick={() => void save()}>{text.saveAll}</Button>
    </div>
  );
}
