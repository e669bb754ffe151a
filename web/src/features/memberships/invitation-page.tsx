import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { AcceptForm } from "./accept-form";
import { invitationQuery } from "./queries";

const route = getRouteApi("/invitations/$word");
const text = words.invitation;

/** What a link in a letter opens: what it is for, and the account that accepts it. */
export function InvitationPage() {
  const { word } = route.useParams();
  const [accepted, setAccepted] = useState<string | null>(null);
  const invitation = useQuery({ ...invitationQuery(word), enabled: accepted === null });
  const missing = accepted === null && isMissing(invitation);
  useTitle(accepted !== null ? text.done.title : missing ? text.missing.title : text.plainTitle);
  if (accepted !== null) return <Accepted organisation={accepted} />;
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.signIn()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page narrow spaced">
      <Loaded asked={invitation}>
        {(found) => (
          <>
            <h1>{text.title(found.organisation)}</h1>
            <p>{text.intro}</p>
            <Facts invitation={found} />
            <AcceptForm word={word} invitation={found} onAccepted={() => setAccepted(found.organisation)} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Facts({ invitation }: { invitation: Schemas["Invitation"] }) {
  const { expires_at: until } = invitation;
  return (
    <dl className="kv">
      <dt>{text.organisation}</dt>
      <dd>
        {invitation.organisation}
        <span className="soft"> · {label("OrganisationKind", invitation.kind)}</span>
      </dd>
      <dt>{text.role}</dt>
      <dd>
        {label("OrganisationRole", invitation.role)} <br />
        <span className="soft">{words.organisation.roles.means[invitation.role]}</span>
      </dd>
      <dt>{text.email}</dt>
      <dd>
        <bdi>{invitation.email}</bdi>
      </dd>
      {until !== null && until !== undefined && (
        <>
          <dt>{text.until}</dt>
          <dd>{words.format.moment(until)}</dd>
        </>
      )}
    </dl>
  );
}

function Accepted({ organisation }: { organisation: string }) {
  return (
    <div className="wrap page narrow">
      <div className="prose" role="status">
        <h1>{text.done.title}</h1>
        <p>{text.done.text(organisation)}</p>
        <p>{text.done.next}</p>
      </div>
      <p className="after">
        <Link className="btn go" to={paths.signIn()}>
          {text.done.signIn}
        </Link>
      </p>
    </div>
  );
}
