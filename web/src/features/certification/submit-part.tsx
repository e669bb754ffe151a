import type { CertificationApplication } from "~/api/certification";
import { Button } from "~/ui/button";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { isReady } from "./checklist";
import { useStep } from "./queries";

const text = words.certificationDraft.submit;

/** What still has to be there, and then the one step that sends it. */
export function SubmitPart({
  application,
  flush,
  held,
}: {
  application: CertificationApplication;
  flush: () => Promise<CertificationApplication | null>;
  /** Something typed is not complete and would stay behind. */
  held: boolean;
}) {
  const step = useStep(application.id);
  const ready = isReady(application) && !held;
  const submit = async () => {
    const saved = await flush();
    if (saved !== null) step.mutate({ body: { step: "submit" }, etag: saved.etag });
  };
  return (
    <section className="form-part danger-part">
      <h2>{text.title}</h2>
      {ready ? (
        <p className="soft">{text.ready}</p>
      ) : (
        <>
          <p>{text.lacking}</p>
          <ul className="notes">
            {application.missing.map(({ requirement, label, given, asked }) => (
              <li key={requirement}>{text.need(label, given, asked)}</li>
            ))}
            {application.open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {held && <li>{words.certificationDraft.saving.incomplete}</li>}
          </ul>
        </>
      )}
      {step.isError && <ErrorState error={step.error} />}
      <div className="row">
        <Button look="go" disabled={!ready || step.isPending} onClick={() => void submit()}>
          {step.isPending ? text.sending : text.action}
        </Button>
      </div>
    </section>
  );
}
