import { useState } from "react";
import type { CertificationApplication } from "~/api/certification";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { useStep } from "./queries";

const text = words.certificationDraft.appeal;
const least = 3;

export function AppealPart({ application }: { application: CertificationApplication }) {
  const step = useStep(application.id);
  const [why, setWhy] = useState("");
  const { faultOf, unplaced } = useFaults(step.error, ["words"]);
  return (
    <section className="form-part">
      <h2>{text.title}</h2>
      <p className="soft">{text.note(application.appeal_until ?? "")}</p>
      <TextArea
        label={text.words}
        rows={4}
        maxLength={4000}
        fault={faultOf("words")}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="row">
        <Button
          look="go"
          disabled={why.trim().length < least || step.isPending}
          onClick={() => step.mutate({ body: { step: "appeal", words: why.trim() }, etag: application.etag })}
        >
          {text.action}
        </Button>
      </div>
    </section>
  );
}
