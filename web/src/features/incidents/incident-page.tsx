import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { SeverityMark } from "~/ui/severity-mark";
import { MissingPage } from "~/ui/states";
import { TlpTag } from "~/ui/tlp-tag";
import { useTitle } from "~/ui/use-title";
import { VerificationTicks } from "~/ui/verification-ticks";
import { label, words } from "~/words/words";
import { decisionsFor } from "./can";
import { DecisionPanel } from "./decision-panel";
import { levelOf } from "./incident-columns";
import { IncidentFacts } from "./incident-facts";
import { incidentQuery } from "./queries";
import { StatusBadge } from "./status-badge";

const route = getRouteApi("/incidents/$id");
const text = words.incidents;

export function IncidentPage() {
  const { id } = route.useParams();
  const incident = useQuery(incidentQuery(id));
  const missing = isMissing(incident);
  useTitle(missing ? text.missing.title : (incident.data?.value.title ?? text.title));
  if (missing) {
    return (
      <div className="page list-page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.incidents()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="page list-page">
      <p className="small crumbs">
        <Link to={paths.incidents()}>{text.title}</Link>
      </p>
      <Loaded asked={incident}>
        {({ value, etag }) => (
          <OneIncident incident={value} etag={etag} onReread={() => incident.refetch()} />
        )}
      </Loaded>
    </div>
  );
}

function OneIncident({
  incident,
  etag,
  onReread,
}: {
  incident: Schemas["Incident"];
  etag: string;
  onReread: () => Promise<unknown>;
}) {
  const account = useAccount();
  return (
    <article className="article">
      <header>
        <p className="row">
          <bdi className="mono soft">{incident.reference}</bdi>
          <SeverityMark level={incident.severity} label={label("Severity", incident.severity)} />
          <StatusBadge status={incident.status} />
          {incident.demo && <span className="demo">{words.frame.demoMark}</span>}
          <span className="push">
            <TlpTag level={incident.tlp} label={label("Tlp", incident.tlp)} />
          </span>
        </p>
        <h1>{incident.title}</h1>
        <p className="row">
          <VerificationTicks
            reached={levelOf(incident.verification)}
            label={label("VerificationLevel", incident.verification)}
          />
          <span className="soft">{label("Track", incident.track)}</span>
        </p>
      </header>
      <div className="article-body">
        <div>
          <section className="prose">
            <h2>{text.summary}</h2>
            <p className="pre-line">{incident.summary}</p>
            <Standing incident={incident} />
          </section>
          <IncidentFacts incident={incident} />
        </div>
        <aside>
          <DecisionPanel
            incident={incident}
            etag={etag}
            offered={decisionsFor(account, incident)}
            onReread={onReread}
          />
          <dl className="kv">
            <dt>{text.columns.occurred}</dt>
            <dd>{text.when(incident.occurred_on, incident.occurred_precision)}</dd>
            <dt>{text.columns.recorded}</dt>
            <dd>{words.format.month(incident.recorded_month)}</dd>
            {incident.reported_at !== null && incident.reported_at !== undefined && (
              <>
                <dt>{text.reported}</dt>
                <dd>{words.format.moment(incident.reported_at)}</dd>
              </>
            )}
            <dt>{text.filters.series}</dt>
            <dd>{label("Series", incident.series)}</dd>
            {incident.source !== null && incident.source !== undefined && (
              <>
                <dt>{text.source}</dt>
                <dd>{incident.source}</dd>
              </>
            )}
            <dt>{text.revision}</dt>
            <dd>{incident.revision}</dd>
          </dl>
        </aside>
      </div>
    </article>
  );
}

/** Why it was refused, or of what it is a repetition. */
function Standing({ incident }: { incident: Schemas["Incident"] }) {
  const { refusal_reason: reason, duplicate_of: original } = incident;
  return (
    <>
      {reason !== null && reason !== undefined && (
        <p className="note warn">
          <b>{text.refusedBecause}</b> {reason}
        </p>
      )}
      {original !== null && original !== undefined && (
        <p className="note">
          <Link to={paths.incident(original)}>{text.duplicateOf}</Link>
        </p>
      )}
    </>
  );
}
