import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { useCountryName } from "~/api/countries";
import { isMissing } from "~/api/problem";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { standingIn } from "./can";
import { partnersOf } from "./directory-columns";
import { OrganisationMark } from "./marks";
import { OrganisationSteps } from "./organisation-steps";
import { People } from "./people";
import { organisationQuery } from "./queries";

const route = getRouteApi("/directory/$id");
const text = words.directory;

/** One member of the directory; for administrators also its people and where it stands. */
export function MemberPage() {
  const { id } = route.useParams();
  const organisation = useQuery(organisationQuery(id));
  const missing = isMissing(organisation);
  useTitle(missing ? text.missing.title : (organisation.data?.value.name ?? text.title));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.directory()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page">
      <p className="small">
        <Link to={paths.directory()}>{text.title}</Link>
      </p>
      <Loaded asked={organisation}>
        {({ value, etag }) => (
          <Member organisation={value} etag={etag} onReread={() => organisation.refetch()} />
        )}
      </Loaded>
    </div>
  );
}

function Member({
  organisation,
  etag,
  onReread,
}: {
  organisation: Schemas["Organisation"];
  etag: string;
  onReread: () => Promise<unknown>;
}) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standing = standingIn(useAccount(), organisation.id);
  return (
    <article className="article">
      <header>
        {standing === "admin" && (
          <p className="row">
            <OrganisationMark status={organisation.status} />
            <span className="soft">{label("Visibility", organisation.visibility)}</span>
          </p>
        )}
        <h1>{organisation.name}</h1>
      </header>
      <div className="article-body">
        <div className="prose">
          <h2>{text.about}</h2>
          <p className="pre-line">{organisation.about ?? text.nothingSaid}</p>
        </div>
        <aside>
          {standing === "admin" && (
            <OrganisationSteps organisation={organisation} etag={etag} onReread={onReread} />
          )}
          <Facts organisation={organisation} />
        </aside>
      </div>
      {standing === "admin" && (
        <People
          organisation={organisation}
          standing={standing}
          search={search}
          onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
        />
      )}
    </article>
  );
}

function Facts({ organisation }: { organisation: Schemas["Organisation"] }) {
  const countryName = useCountryName();
  const { country, website, reason } = organisation;
  return (
    <dl className="kv">
      <dt>{text.columns.kind}</dt>
      <dd>{label("OrganisationKind", organisation.kind)}</dd>
      <dt>{text.columns.country}</dt>
      <dd>{country === null || country === undefined ? "–" : countryName(country)}</dd>
      <dt>{text.columns.website}</dt>
      <dd>
        <bdi>{website ?? "–"}</bdi>
      </dd>
      <dt>{text.columns.partner}</dt>
      <dd>{organisation.partner_as.length === 0 ? "–" : partnersOf(organisation)}</dd>
      {reason !== null && reason !== undefined && (
        <>
          <dt>{text.steps.said}</dt>
          <dd className="pre-line">{reason}</dd>
        </>
      )}
    </dl>
  );
}
