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
import { AnswerForm } from "./answer-form";
import { followedQuery } from "./queries";
import { ApplicationStatusMark } from "./status-mark";

const route = getRouteApi("/join/$key");
const text = words.join;

export function FollowedPage() {
  const { key } = route.useParams();
  const state = useQuery(followedQuery(key));
  const missing = isMissing(state);
  useTitle(missing ? text.missing.title : text.follow.title);
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.join()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page form-page">
      <Loaded asked={state}>
        {(application) => (
          <>
            <h1>{text.follow.of(application.name)}</h1>
            <Standing application={application} onLook={() => void state.refetch()} />
            <Asked application={application} applicant={key} />
            {application.reason !== null && application.reason !== undefined && (
              <section className="form-part line">
                <h2>{text.follow.reason}</h2>
                <p className="pre-line">{application.reason}</p>
                <p>
                  <Link to={paths.join()}>{text.follow.again}</Link>
                </p>
              </section>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Standing({ application, onLook }: { application: Schemas["ApplicationState"]; onLook: () => void }) {
  const { status, created_at: sent, decided_at: decided } = application;
  const open = status === "applied" || status === "asked";
  return (
    <div className="standing">
      <dl className="kv">
        <dt>{text.follow.status}</dt>
        <dd aria-live="polite">
          <ApplicationStatusMark status={status} />
        </dd>
        <dt>{text.follow.sent}</dt>
        <dd>{words.format.moment(sent)}</dd>
        {decided !== null && decided !== undefined && (
          <>
            <dt>{text.follow.decided}</dt>
            <dd>{words.format.moment(decided)}</dd>
          </>
        )}
      </dl>
      <p className="note">{text.follow.means[status]}</p>
      {open && <Button onClick={onLook}>{text.follow.look}</Button>}
    </div>
  );
}

function Asked({ application, applicant }: { application: Schemas["ApplicationState"]; applicant: string }) {
  const { question, answer, status } = application;
  if (question === null || question === undefined) return null;
  const open = status === "asked";
  return (
    <section className="form-part line">
      <h2>{text.follow.question}</h2>
      <blockquote className="quote pre-line">{question}</blockquote>
      {open ? (
        <AnswerForm applicant={applicant} />
      ) : (
        answer !== null &&
        answer !== undefined && (
          <>
            <h2>{text.follow.answered}</h2>
            <blockquote className="quote pre-line">{answer}</blockquote>
          </>
        )
      )}
    </section>
  );
}
