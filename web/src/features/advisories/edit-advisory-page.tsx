import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { asProblem, isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { AdvisoryFields } from "./advisory-fields";
import { fromAdvisory, toUpdate } from "./advisory-form";
import { MissingAdvisory } from "./missing-advisory";
import { advisoryQuery, useUpdateAdvisory } from "./queries";

const route = getRouteApi("/advisories/$id/edit");
const text = words.advisories;

export function EditAdvisoryPage() {
  const { id } = route.useParams();
  const advisory = useQuery({ ...advisoryQuery(id), staleTime: Infinity });
  const missing = isMissing(advisory);
  useTitle(missing ? text.missing.title : text.edit);
  if (missing) return <MissingAdvisory />;
  return (
    <div className="wrap page form-page">
      <h1>{text.edit}</h1>
      <Loaded asked={advisory}>
        {({ value, etag }) => (
          <Draft
            advisory={value}
            etag={etag}
            reading={advisory.isFetching}
            onReread={() => advisory.refetch()}
          />
        )}
      </Loaded>
    </div>
  );
}

function Draft({
  advisory,
  etag,
  reading,
  onReread,
}: {
  advisory: Schemas["Advisory"];
  etag: string;
  reading: boolean;
  onReread: () => Promise<unknown>;
}) {
  const navigate = useNavigate();
  const update = useUpdateAdvisory(advisory.id);
  const stale = asProblem(update.error)?.status === 412;
  return (
    <AdvisoryFields
      start={fromAdvisory(advisory)}
      error={update.error}
      busy={update.isPending || reading}
      action={text.form.save}
      onSubmit={(form) => {
        const body = toUpdate(advisory, form);
        const leave = () => void navigate({ to: paths.advisory(advisory.id) });
        if (Object.keys(body).length === 0) leave();
        else update.mutate({ body, etag }, { onSuccess: leave });
      }}
    >
      {stale && (
        <p className="row">
          <Button disabled={reading} onClick={() => void onReread().then(() => update.reset())}>
            {text.form.reread}
          </Button>
          <span className="small soft">{text.form.rereadHint}</span>
        </p>
      )}
    </AdvisoryFields>
  );
}
