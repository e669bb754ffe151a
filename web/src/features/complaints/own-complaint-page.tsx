import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { ownComplaintQuery } from "./queries";
import { ComplaintStatusMark } from "./status-mark";

const route = getRouteApi("/complaints/own/$key");
const text = words.complaint;

/** Where one's complaint stands, and what was decided. */
export function OwnComplaintPage() {
  const { key } = route.useParams();
  const state = useQuery(ownComplaintQuery(key));
  const missing = isMissing(state);
  useTitle(missing ? text.missing.title : text.own.title);
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.newComplaint()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page form-page">
      <Loaded asked={state}>
        {(complaint) => <Standing complaint={complaint} onLook={() => void state.refetch()} />}
      </Loaded>
    </div>
  );
}

function Standing({ complaint, onLook }: { complaint: Schemas["ComplaintState"]; onLook: () => void }) {
  const { certificate, status, answer, created_at: sent, decided_at: decided } = complaint;
  const open = status === "received" || status === "investigating";
  return (
    <>
      <h1>{text.own.of(certificate)}</h1>
      <div className="standing">
        <dl className="kv">
          <dt>{text.own.status}</dt>
          <dd aria-live="polite">
            <ComplaintStatusMark status={status} />
          </dd>
          <dt>{text.own.certificate}</dt>
          <dd>
            <Link to={paths.certificate(certificate)}>
              <bdi className="mono">{certificate}</bdi>
            </Link>
          </dd>
          <dt>{text.own.sent}</dt>
          <dd>{words.format.moment(sent)}</dd>
          {decided !== null && decided !== undefined && (
            <>
              <dt>{text.own.decided}</dt>
              <dd>{words.format.moment(decided)}</dd>
            </>
          )}
        </dl>
        <p className="note">{text.own.means[status]}</p>
        {open && <Button onClick={onLook}>{text.own.look}</Button>}
      </div>
      {answer !== null && answer !== undefined && (
        <section className="form-part line">
          <h2>{text.own.answer}</h2>
          <p className="pre-line prose">{answer}</p>
        </section>
      )}
    </>
  );
}
