import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { ratingQuery, useMend } from "./queries";
import { RatingFields } from "./rating-fields";
import { ratedOf, ratingFormOf, ratingOf } from "./rating-form";

const route = getRouteApi("/ratings/$id/edit");
const text = words.ratings;

/** A rating that is not published is mended and sent again. */
export function EditRatingPage() {
  const { id } = route.useParams();
  const rating = useQuery(ratingQuery(id));
  const missing = isMissing(rating);
  useTitle(missing ? text.missing.title : text.steps.mend);
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
    <div className="wrap page form-page">
      <p className="small crumbs">
        <Link to={paths.rating(id)}>{text.title}</Link>
      </p>
      <Loaded asked={rating}>{(found) => <Form rating={found} />}</Loaded>
    </div>
  );
}

function Form({ rating }: { rating: Schemas["Rating"] }) {
  const navigate = route.useNavigate();
  const mend = useMend(rating.id);
  const { reason } = rating;
  return (
    <>
      <h1>{text.form.editTitle(rating.rated.name)}</h1>
      {reason !== null && reason !== undefined && <p className="note">{reason}</p>}
      <RatingFields
        before={ratingFormOf(rating)}
        error={mend.error}
        sending={mend.isPending}
        onSend={(form) =>
          mend.mutate(
            { body: ratingOf(ratedOf(rating), form), etag: rating.etag },
            { onSuccess: () => void navigate({ to: paths.rating(rating.id) }) },
          )
        }
      />
    </>
  );
}
