import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { sittingQuery } from "./queries";
import { SittingForm } from "./sitting-form";

const route = getRouteApi("/sittings/$id/edit");
const text = words.sittingForm;
const { missing } = words.sittings;

/** Changes a sitting; minutes and outcomes of a workshop are written here as well. */
export function EditSittingPage() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const sitting = useQuery(sittingQuery(id));
  const lost = isMissing(sitting);
  useTitle(lost ? missing.title : text.editTitle);
  if (lost) {
    return (
      <div className="wrap page">
        <MissingPage title={missing.title} text={missing.text}>
          <Link to={paths.sittings()}>{missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page form-page">
      <p className="small crumbs">
        <Link to={paths.sitting(id)}>{sitting.data?.title ?? words.sittings.title}</Link>
      </p>
      <h1>{text.editTitle}</h1>
      <Loaded asked={sitting}>
        {(found) => (
          <SittingForm
            key={found.etag}
            sitting={found}
            onSaved={() => void navigate({ to: paths.sitting(id) })}
            onReread={() => void sitting.refetch()}
          />
        )}
      </Loaded>
    </div>
  );
}
