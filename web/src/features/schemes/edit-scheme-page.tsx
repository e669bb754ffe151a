import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem, isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { Loaded } from "~/ui/loaded";
import { ErrorState, MissingPage } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { draftOf, formOf, type EditorForm } from "./editor-form";
import { ConductPart, DisciplinesPart, FeesPart, LevelsPart, NumbersPart } from "./editor-parts";
import { PublishPart } from "./publish-part";
import { useSaveDraft, versionsQuery } from "./queries";
import { RequirementsPart } from "./requirements-part";

type Version = Schemas["SchemeVersion"];

const route = getRouteApi("/schemes/$code/edit");
const text = words.schemeEditor;

/** The next version of a scheme: written, looked at beside the one in force, published. */
export function EditSchemePage() {
  const { code } = route.useParams();
  const versions = useQuery(versionsQuery(code));
  const missing = isMissing(versions);
  const newest = versions.data?.[0];
  useTitle(missing ? words.schemes.missing.title : text.title(newest?.content.name ?? code));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={words.schemes.missing.title} text={words.schemes.missing.text}>
          <Link to={paths.aboutConsultants()}>{words.schemes.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page form-page">
      <p className="small crumbs">
        <Link to={paths.scheme(code)}>{newest?.content.name ?? words.schemes.title}</Link>
      </p>
      <Loaded asked={versions}>
        {([first]) =>
          first === undefined ? null : (
            <Editor code={code} newest={first} onReread={() => versions.refetch()} />
          )
        }
      </Loaded>
    </div>
  );
}

function Editor({
  code,
  newest,
  onReread,
}: {
  code: string;
  newest: Version;
  onReread: () => Promise<unknown>;
}) {
  const navigate = useNavigate();
  const draft = (newest.published_at ?? null) === null ? newest : undefined;
  const form = useForm<EditorForm>({ defaultValues: formOf(newest.content, draft?.reason) });
  const save = useSaveDraft(code);
  const [saved, setSaved] = useState(false);
  const { faultOf } = useFaults(save.error, ["reason"]);
  const place = useFaultFocus(save.error);
  const stale = asProblem(save.error)?.status === 412;
  const part = { form, faultOf };
  const submit = form.handleSubmit((typed) => {
    setSaved(false);
    save.mutate({ body: draftOf(typed, newest.content), draft }, { onSuccess: () => setSaved(true) });
  });
  return (
    <>
      <h1>{text.title(newest.content.name)}</h1>
      <p className="soft">{text.lead}</p>
      <p className="note">
        {draft === undefined ? text.noDraft(newest.number + 1) : text.draftOf(draft.number)}
      </p>
      <form className="form" ref={place} onSubmit={submit}>
        <TextField
          label={text.name}
          maxLength={200}
          fault={faultOf("content.name")}
          {...form.register("name")}
        />
        <TextArea
          label={text.reason}
          hint={text.reasonHint}
          optional
          rows={2}
          maxLength={2000}
          fault={faultOf("reason")}
          {...form.register("reason")}
        />
        <DisciplinesPart {...part} />
        <LevelsPart {...part} />
        <RequirementsPart {...part} />
        <NumbersPart {...part} />
        <FeesPart {...part} />
        <ConductPart {...part} />
        {save.error !== null && <ErrorState error={save.error} />}
        {stale && (
          <p className="row">
            <Button onClick={() => void onReread().then(() => save.reset())}>{text.reread}</Button>
            <span className="small soft">{text.rereadHint}</span>
          </p>
        )}
        <div className="form-end line">
          <Button look="go" type="submit" disabled={save.isPending || stale}>
            {save.isPending ? text.saving : text.save}
          </Button>
          <span role="status">{saved && !save.isPending && text.saved}</span>
        </div>
      </form>
      <PublishPart code={code} draft={draft} onDone={() => void navigate({ to: paths.scheme(code) })} />
    </>
  );
}
