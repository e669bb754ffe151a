import { useEffect, useId, useRef } from "react";
import { saveText } from "~/lib/save-file";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { Neatline } from "~/ui/neatline";
import { words } from "~/words/words";
import { codesFile } from "./codes-file";
import type { Keeping } from "./use-keeping";

const text = words.secondFactor.keep;

/** The one moment at which the codes are told. */
export function RecoveryCodes({
  email,
  codes,
  keeping: { kept, missed, keep, close },
  action,
}: {
  email: string;
  codes: readonly string[];
  keeping: Keeping;
  action: string;
}) {
  const fault = useId();
  const box = useRef<HTMLInputElement>(null);
  const faulty = missed > 0 && !kept;
  useEffect(() => {
    if (missed > 0) box.current?.focus();
  }, [missed]);
  const site = window.location.host;
  const day = words.format.day(new Date().toISOString());
  const file = () => codesFile(text.text(email, site, day), codes);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <p>{text.note}</p>
      <Neatline className="recovery-sheet">
        <p className="small soft">
          {text.plate} <bdi>{email}</bdi>
          <br />
          <bdi>{site}</bdi> <span className="nowrap">{text.made(day)}</span>
        </p>
        <ol className="recovery-codes mono notranslate" translate="no">
          {codes.map((code) => (
            <li key={code}>
              <bdi>{code}</bdi>
            </li>
          ))}
        </ol>
      </Neatline>
      <div className="row">
        <CopyButton look="normal" text={file} label={text.copy} done={text.copied} />
        <Button onClick={() => saveText(text.file, "text/plain", file())}>{text.save}</Button>
        <Button onClick={() => window.print()}>{text.print}</Button>
      </div>
      <div className={faulty ? "form-field faulty" : "form-field"}>
        <label className="choice">
          <input
            ref={box}
            type="checkbox"
            checked={kept}
            aria-invalid={faulty || undefined}
            aria-describedby={faulty ? fault : undefined}
            onChange={(event) => keep(event.target.checked)}
          />
          <span>{text.kept}</span>
        </label>
        {faulty && (
          <p className="fault" id={fault} role="alert">
            {text.missed}
          </p>
        )}
      </div>
      <div className="dialog-foot">
        <Button look="go" type="submit">
          {action}
        </Button>
      </div>
    </form>
  );
}
