import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { ratingQuery } from "./queries";
import { starsOf } from "./rating-form";
import { ReviewStatusMark } from "./status-mark";
import { StepsPart } from "./steps-part";

const route = getRouteApi("/ratings/$id");
const text = words.ratings;

/** One rating, for the organisation that wrote it and for those who moderate. */
export function RatingPage() {
  const { id } = route.useParams();
  const rating = useQuery(ratingQuery(id));
  const missing = isMissing(rating);
  const { data } = rating;
  useTitle(missing ? text.missing.title : data === undefined ? text.title : text.of(data.rated.name));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.ratings()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page">
      <p className="small crumbs">
        <Link to={paths.ratings()}>{text.title}</Link>
      </p>
      <Loaded asked={rating}>
        {(found) => (
          <article className="article">
            <header>
              <p className="row">
                <ReviewStatusMark status={found.status} />
                {found.demo && <span className="demo">{words.frame.demoMark}</span>}
              </p>
              <h1>{text.of(found.rated.name)}</h1>
            </header>
            <div className="article-body">
              <Said rating={found} />
              <aside>
                <StepsPart rating={found} onReread={() => rating.refetch()} />
                <Facts rating={found} />
              </aside>
            </div>
          </article>
        )}
      </Loaded>
    </div>
  );
}

function Said({ rating }: { rating: Schemas["Rating"] }) {
  return (
    <div className="prose">
      <dl className="kv">
        {starsOf(rating).map(([criterion, stars]) => (
          <Fact key={criterion} name={label("RatingCriterion", criterion)} value={text.stars(stars)} />
        ))}
      </dl>
      <h2>{text.remark}</h2>
      <p className="pre-line">{rating.remark ?? text.noRemark}</p>
      <Words title={text.reason} words={rating.reason} />
      <Words title={text.answer} words={rating.answer} />
      <Words title={text.answerReason} words={rating.answer_reason} />
    </div>
  );
}

function Words({ title, words: said }: { title: string; words: string | null | undefined }) {
  if (said === null || said === undefined) return null;
  return (
    <>
      <h2>{title}</h2>
      <p className="pre-line">{said}</p>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Facts({ rating }: { rating: Schemas["Rating"] }) {
  const { facts } = text;
  const { rated, published_at: published, answer_status: answered } = rating;
  return (
    <dl className="kv">
      <dt>{facts.rated}</dt>
      <dd>
        <Link to={rated.kind === "person" ? paths.consultant(rated.id) : paths.supplier(rated.id)}>
          {rated.name}
        </Link>
      </dd>
      <Fact name={facts.by} value={rating.organisation} />
      <Fact
        name={facts.days}
        value={text.days(words.format.day(rating.from_on), words.format.day(rating.to_on))}
      />
      <Fact name={facts.named} value={rating.named ? facts.yes : facts.no} />
      <Fact name={facts.sent} value={words.format.moment(rating.created_at)} />
      {published !== null && published !== undefined && (
        <Fact name={facts.published} value={words.format.moment(published)} />
      )}
      {answered !== null && answered !== undefined && (
        <Fact name={text.answer} value={label("ReviewStatus", answered)} />
      )}
    </dl>
  );
}
