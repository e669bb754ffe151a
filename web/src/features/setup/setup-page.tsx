import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { DonePage } from "~/ui/done-page";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { setupQuery } from "./queries";
import { SetupForm } from "./setup-form";

const route = getRouteApi("/setup/$word");
const text = words.setup;

/** What the link of a site's first start opens: four questions. */
export function SetupPage() {
  const { word } = route.useParams();
  const [isDone, setDone] = useState(false);
  const setup = useQuery({ ...setupQuery(word), enabled: !isDone });
  const missing = !isDone && isMissing(setup);
  useTitle(isDone ? text.done.title : missing ? text.missing.title : text.title);
  if (isDone) return <Done />;
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.signIn()}>{text.missing.signIn}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page narrow spaced">
      <Loaded asked={setup}>
        {({ site }) => (
          <>
            <h1>{text.title}</h1>
            <p className="soft">{text.intro(site)}</p>
            <SetupForm word={word} onDone={() => setDone(true)} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Done() {
  return (
    <DonePage title={text.done.title} text={text.done.text}>
      <Link className="btn go" to={paths.signIn()}>
        {text.done.signIn}
      </Link>
    </DonePage>
  );
}
