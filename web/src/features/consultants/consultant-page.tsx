import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { currentFirms } from "~/lib/current-firms";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { firstName } from "./consultant-list";
import { Engagements } from "./engagements";
import { LetterDialog } from "./letter-dialog";
import { PersonFacts } from "./person-facts";
import { consultantQuery } from "./queries";
import { Rename } from "./rename";

const route = getRouteApi("/consultants/$id");
const text = words.consultant;

/** One person of the register; certificates and ratings are drawn by whoever knows them. */
export function ConsultantPage({
  certificates,
  ratings,
}: {
  certificates: (id: string) => ReactNode;
  ratings: (id: string) => ReactNode;
}) {
  const { id } = route.useParams();
  const person = useQuery(consultantQuery(id));
  const missing = isMissing(person);
  useTitle(missing ? text.missing.title : (person.data?.name ?? words.consultants.short));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.consultants()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page">
      <p className="small crumbs">
        <Link to={paths.consultants()}>{words.consultants.short}</Link>
      </p>
      <Loaded asked={person}>
        {(found) => (
          <Person person={found} certificates={certificates(found.id)} ratings={ratings(found.id)} />
        )}
      </Loaded>
    </div>
  );
}

function Person({
  person,
  certificates,
  ratings,
}: {
  person: Schemas["Consultant"];
  certificates: ReactNode;
  ratings: ReactNode;
}) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const firms = currentFirms(person.engagements);
  const open = (write: "yes" | undefined) =>
    void navigate({ search: { write }, replace: write === undefined, resetScroll: false });
  return (
    <article className="article person">
      <header>
        <p className="row">
          <span className="soft">
            {firms.length === 0 ? words.consultants.independent : words.format.list(firms)}
          </span>
          {person.demo && <span className="demo">{words.frame.demoMark}</span>}
        </p>
        <h1>{person.name}</h1>
        {person.headline !== null && person.headline !== undefined && (
          <p className="person-head">{person.headline}</p>
        )}
        {person.hidden && <p className="note">{text.hidden(person.name)}</p>}
        {account?.role === "scheme_administrator" && person.listed && <Rename person={person} />}
      </header>
      <div className={person.hidden ? undefined : "article-body"}>
        <div>
          {!person.hidden && (
            <section className="prose">
              <h2>{text.about}</h2>
              <p className="pre-line">{person.about ?? text.nothingSaid}</p>
            </section>
          )}
          {certificates}
          {person.listed && ratings}
          <Engagements engagements={person.engagements} />
        </div>
        {!person.hidden && (
          <aside>
            {person.listed && (
              <Button look="go" onClick={() => open("yes")}>
                {words.consultants.write(firstName(person.name))}
              </Button>
            )}
            <PersonFacts person={person} />
          </aside>
        )}
      </div>
      {search.write === "yes" && person.listed && !person.hidden && (
        <LetterDialog
          id={person.id}
          name={person.name}
          from={{ name: account?.name ?? "", email: account?.email ?? "" }}
          onClose={() => open(undefined)}
        />
      )}
    </article>
  );
}
