import { useState } from "react";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { today } from "~/lib/day-count";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { Changes } from "./changes";
import { usePublish } from "./queries";

const text = words.schemeEditor.publish;

/** The saved draft against the version before it, and the day from which it is in force. */
export function PublishPart({
  code,
  draft,
  onDone,
}: {
  code: string;
  draft: Schemas["SchemeVersion"] | undefined;
  onDone: () => void;
}) {
  const publish = usePublish(code);
  const [from, setFrom] = useState(today());
  const { faultOf, unplaced } = useFaults(publish.error, ["valid_from"]);
  if (draft === undefined) {
    return (
      <section className="form-part line">
        <h2>{text.title}</h2>
        <p className="soft">{text.first}</p>
      </section>
    );
  }
  return (
    <section className="form-part danger-part">
      <h2>{text.title}</h2>
      <p className="soft">{text.first}</p>
      <p>{text.changes(draft.changes.length)}</p>
      <Changes version={draft} />
      <form
        className="form publish-form"
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate({ number: draft.number, etag: draft.etag, valid_from: from }, { onSuccess: onDone });
        }}
      >
        <TextField
          label={text.from}
          hint={text.fromHint}
          type="date"
          min={today()}
          fault={faultOf("valid_from")}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <p className="soft">{text.effect}</p>
        {unplaced !== null && <ErrorState error={unplaced} />}
        <div className="row">
          <Button look="danger" type="submit" disabled={publish.isPending || draft.changes.length === 0}>
            {text.action}
          </Button>
        </div>
      </form>
    </section>
  );
}
