import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { accusedQuery, complaintQuery } from "./queries";
import { ComplaintStatusMark } from "./status-mark";
import { StepsPart } from "./steps-part";

const route = getRouteApi("/complaints/$id");
const text = words.complaints;

/** One complaint: its words, who it is about, and the steps that are left. */
export function ComplaintPage() {
  const { id } = route.useParams();
  const complaint = useQuery(complaintQuery(id));
  const missing = isMissing(complaint);
  const { data } = complaint;
  useTitle(missing ? text.missing.title : data === undefined ? text.title : text.of(data.certificate));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.complaints()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page">
      <p className="small crumbs">
        <Link to={paths.complaints()}>{text.title}</Link>
      </p>
      <Loaded asked={complaint}>
        {(found) => <Shown complaint={found} onReread={() => complaint.refetch()} />}
      </Loaded>
    </div>
  );
}

function Shown({
  complaint,
  onReread,
}: {
  complaint: Schemas["Complaint"];
  onReread: () => Promise<unknown>;
}) {
  const accused = useQuery(accusedQuery(complaint.certificate));
  const { answer } = complaint;
  return (
    <article className="article">
      <header>
        <p className="row">
          <ComplaintStatusMark status={complaint.status} />
        </p>
        <h1>{text.of(complaint.certificate)}</h1>
      </header>
      <div className="article-body">
        <div className="prose">
          <h2>{text.words}</h2>
          <p className="pre-line">{complaint.words}</p>
          {answer !== null && answer !== undefined && (
            <>
              <h2>{text.answer}</h2>
              <p className="pre-line">{answer}</p>
            </>
          )}
        </div>
        <aside>
          <Loaded asked={accused}>
            {({ value }) => (
              <StepsPart
                complaint={complaint}
                certificate={value}
                onReread={() => Promise.all([onReread(), accused.refetch()])}
              />
            )}
          </Loaded>
          <Facts complaint={complaint} certificate={accused.data?.value} />
        </aside>
      </div>
    </article>
  );
}

function Facts({
  complaint,
  certificate,
}: {
  complaint: Schemas["Complaint"];
  certificate: Schemas["Certificate"] | undefined;
}) {
  const { facts } = text;
  const { decided_at: decided, email } = complaint;
  return (
    <dl className="kv">
      <dt>{facts.certificate}</dt>
      <dd>
        <Link to={paths.certificate(complaint.certificate)}>
          <bdi className="mono">{complaint.certificate}</bdi>
        </Link>
        {certificate !== undefined && (
          <>
            {" "}
            <span className="soft">{certificate.holder.name}</span>
          </>
        )}
      </dd>
      {certificate !== undefined && (
        <>
          <dt>{facts.now}</dt>
          <dd>{label("CertificateStatus", certificate.status)}</dd>
        </>
      )}
      <dt>{facts.name}</dt>
      <dd>{complaint.name ?? facts.notSaid}</dd>
      <dt>{facts.email}</dt>
      <dd>
        <bdi>{email ?? facts.notSaid}</bdi>
      </dd>
      <dt>{facts.received}</dt>
      <dd>{words.format.moment(complaint.created_at)}</dd>
      {decided !== null && decided !== undefined && (
        <>
          <dt>{facts.decided}</dt>
          <dd>{words.format.moment(decided)}</dd>
        </>
      )}
    </dl>
  );
}
