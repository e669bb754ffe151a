import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { ratedNameQuery, useRate, type Rated } from "./queries";
import { RatingFields } from "./rating-fields";
import { emptyRating, ratingOf } from "./rating-form";

const route = getRouteApi("/ratings/new");
const text = words.ratings.form;

/** A member rates the person or the firm whose page they came from. */
export function NewRatingPage() {
  const { consultant, supplier } = route.useSearch();
  const rated: Rated | null =
    consultant !== undefined ? { consultant } : supplier !== undefined ? { supplier } : null;
  useTitle(text.newTitle);
  return (
    <div className="wrap page form-page">
      <p className="small crumbs">
        <Link to={paths.ratings()}>{words.ratings.title}</Link>
      </p>
      {rated === null ? (
        <>
          <h1>{text.newTitle}</h1>
          <p className="lead">{text.whom}</p>
          <p className="row">
            <Link to={paths.consultants()}>{words.consultants.short}</Link>
            <Link to={paths.suppliers()}>{words.suppliers.title}</Link>
          </p>
        </>
      ) : (
        <Form rated={rated} />
      )}
    </div>
  );
}

function Form({ rated }: { rated: Rated }) {
  const name = useQuery(ratedNameQuery(rated));
  const navigate = route.useNavigate();
  const rate = useRate();
  return (
    <Loaded asked={name}>
      {(found) => (
        <>
          <h1>{text.title(found)}</h1>
          <p className="lead">{text.lead}</p>
          <RatingFields
            before={emptyRating}
            error={rate.error}
            sending={rate.isPending}
            onSend={(form) =>
              rate.mutate(ratingOf(rated, form), {
                onSuccess: ({ id }) => void navigate({ to: paths.rating(id) }),
              })
            }
          />
        </>
      )}
    </Loaded>
  );
}
