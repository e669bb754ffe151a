import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { useCountryName } from "~/api/countries";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { ApplicationDecisions } from "./application-decisions";
import { applicationQuery } from "./queries";
import { ApplicationStatusMark } from "./status-mark";

const route = getRouteApi("/applications/$id");
const text = words.applications;

export function ApplicationPage() {
  const { id } = route.useParams();
  const application = useQuery(applicationQuery(id));
  const missing = isMissing(application);
  useTitle(missing ? text.missing.title : (application.data?.name ?? text.title));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.applications()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page">
      <p className="small">
        <Link to={paths.applications()}>{text.title}</Link>
      </p>
      <Loaded asked={application}>
        {(found) => <Shown application={found} onReread={() => application.refetch()} />}
      </Loaded>
    </div>
  );
}

function Shown({
  application,
  onReread,
}: {
  application: Schemas["Application"];
  onReread: () => Promise<unknown>;
}) {
  const { about, question, answer, reason } = application;
  const asked = question !== null && question !== undefined;
  return (
    <article className="article">
      <header>
        <p className="row">
          <ApplicationStatusMark status={application.status} />
        </p>
        <h1>{application.name}</h1>
      </header>
      <div className="article-body">
        <div className="prose">
          <h2>{text.about}</h2>
          <p className="pre-line">{about}</p>
          {asked && (
            <>
              <h2>{text.question}</h2>
              <blockquote className="quote pre-line">{question}</blockquote>
              <h2>{text.answer}</h2>
              <p className="pre-line">{answer ?? text.unanswered}</p>
            </>
          )}
          {reason !== null && reason !== undefined && (
            <>
              <h2>{text.reason}</h2>
              <p className="pre-line">{reason}</p>
            </>
          )}
        </div>
        <aside>
          <ApplicationDecisions application={application} onReread={onReread} />
          <Facts application={application} />
        </aside>
      </div>
    </article>
  );
}

function Facts({ application }: { application: Schemas["Application"] }) {
  const countryName = useCountryName();
  const { decided_at: decided, website, country } = application;
  return (
    <dl className="kv">
      <dt>{text.columns.kind}</dt>
      <dd>{label("OrganisationKind", application.kind)}</dd>
      <dt>{text.columns.country}</dt>
      <dd>{country === null || country === undefined ? text.notSaid : countryName(country)}</dd>
      <dt>{text.website}</dt>
      <dd>
        <bdi>{website ?? text.notSaid}</bdi>
      </dd>
      <dt>{text.columns.officer}</dt>
      <dd>
        {application.officer_name} <br />
        <bdi className="soft">{application.officer_email}</bdi>
      </dd>
      <dt>{text.columns.applied}</dt>
      <dd>{words.format.moment(application.created_at)}</dd>
      {decided !== null && decided !== undefined && (
        <>
          <dt>{text.decided}</dt>
          <dd>{words.format.moment(decided)}</dd>
        </>
      )}
    </dl>
  );
}
