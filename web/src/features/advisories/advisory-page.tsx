import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { SeverityMark } from "~/ui/severity-mark";
import { TlpTag } from "~/ui/tlp-tag";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { AdvisoryStatusMark } from "./advisory-columns";
import { canEdit, canWithdraw } from "./can";
import { MissingAdvisory } from "./missing-advisory";
import { advisoryQuery } from "./queries";
import { ReleasePanel } from "./release-panel";
import { WithdrawPanel } from "./withdraw-panel";

const route = getRouteApi("/advisories/$id");
const text = words.advisories;

export function AdvisoryPage() {
  const { id } = route.useParams();
  const advisory = useQuery(advisoryQuery(id));
  const missing = isMissing(advisory);
  useTitle(missing ? text.missing.title : (advisory.data?.value.title ?? text.title));
  if (missing) return <MissingAdvisory />;
  return (
    <div className="wrap page">
      <p className="small">
        <Link to={paths.advisories()}>{text.title}</Link>
      </p>
      <Loaded asked={advisory}>
        {({ value, etag }) => (
          <AdvisoryText advisory={value} etag={etag} onStale={() => void advisory.refetch()} />
        )}
      </Loaded>
    </div>
  );
}

function AdvisoryText({
  advisory,
  etag,
  onStale,
}: {
  advisory: Schemas["Advisory"];
  etag: string;
  onStale: () => void;
}) {
  const account = useAccount();
  return (
    <article className="article">
      <header>
        <p className="row">
          <bdi className="mono soft">{advisory.number ?? text.noNumber}</bdi>
          <SeverityMark level={advisory.severity} label={label("Severity", advisory.severity)} />
          {advisory.status !== "released" && <AdvisoryStatusMark status={advisory.status} />}
          <span className="push">
            <TlpTag level={advisory.tlp} label={label("Tlp", advisory.tlp)} />
          </span>
        </p>
        <h1>{advisory.title}</h1>
        {advisory.status === "withdrawn" && <p className="note warn">{text.withdrawn}</p>}
      </header>
      <div className="article-body">
        <div className="prose">
          <h2>{text.whatHappened}</h2>
          <Paragraphs text={advisory.what_happened} />
          <h2>{text.lesson}</h2>
          <Paragraphs text={advisory.lesson} />
        </div>
        <aside>
          <Facts advisory={advisory} />
          {canEdit(account, advisory) && (
            <Link className="btn" to={paths.editAdvisory(advisory.id)}>
              {text.edit}
            </Link>
          )}
          <ReleasePanel advisory={advisory} etag={etag} onStale={onStale} />
          {canWithdraw(account, advisory) && <WithdrawPanel advisory={advisory} etag={etag} />}
        </aside>
      </div>
    </article>
  );
}

function Paragraphs({ text: body }: { text: string }) {
  return body
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => <p key={paragraph}>{paragraph}</p>);
}

function Facts({ advisory }: { advisory: Schemas["Advisory"] }) {
  const { released_at: releasedAt } = advisory;
  return (
    <dl className="kv">
      <dt>{text.kind}</dt>
      <dd>{label("IncidentKind", advisory.kind)}</dd>
      <dt>{text.columns.where}</dt>
      <dd>
        {advisory.sea_regions.length === 0
          ? text.anywhere
          : words.format.list(advisory.sea_regions.map((region) => label("SeaRegion", region)))}
      </dd>
      {advisory.systems.length > 0 && (
        <>
          <dt>{text.systems}</dt>
          <dd>{words.format.list(advisory.systems.map((system) => label("System", system)))}</dd>
        </>
      )}
      <dt>{text.columns.released}</dt>
      <dd>
        {releasedAt === null || releasedAt === undefined ? text.notReleased : words.format.day(releasedAt)}
      </dd>
    </dl>
  );
}
