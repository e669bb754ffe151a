import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { DonePage } from "~/ui/done-page";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { requestQuery } from "./queries";
import { ReferenceForm } from "./reference-form";

const route = getRouteApi("/references/$key");
const text = words.references;

/** What somebody who saw the work is asked; no account is needed. */
export function ReferencePage() {
  const { key } = route.useParams();
  const asked = useQuery(requestQuery(key));
  const [given, setGiven] = useState(false);
  const missing = isMissing(asked);
  useTitle(missing ? text.missing.title : text.title(asked.data?.applicant ?? ""));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.aboutConsultants()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  if (given) {
    return (
      <DonePage title={text.thanks.title} text={text.thanks.text}>
        <Link to={paths.aboutConsultants()}>{text.missing.back}</Link>
      </DonePage>
    );
  }
  return (
    <div className="wrap page form-page">
      <Loaded asked={asked}>
        {(request) => <Asked request={request} word={key} onGiven={() => setGiven(true)} />}
      </Loaded>
    </div>
  );
}

function Asked({
  request,
  word,
  onGiven,
}: {
  request: Schemas["ReferenceRequest"];
  word: string;
  onGiven: () => void;
}) {
  const { applicant, referee, relation, discipline, level } = request;
  const answered = request.answered_at ?? null;
  return (
    <>
      <h1>{text.title(applicant)}</h1>
      {answered === null ? (
        <p className="lead">{text.lead(applicant)}</p>
      ) : (
        <div className="note">
          <p className="strong">{text.answered.title}</p>
          <p>{text.answered.text(answered)}</p>
        </div>
      )}
      <dl className="kv entry">
        <dt>{text.for}</dt>
        <dd>{text.goal(discipline, level)}</dd>
        <dt>{text.referee}</dt>
        <dd>{referee}</dd>
        <dt>{text.relation}</dt>
        <dd>{relation}</dd>
      </dl>
      {answered === null && <ReferenceForm word={word} onGiven={onGiven} />}
    </>
  );
}
