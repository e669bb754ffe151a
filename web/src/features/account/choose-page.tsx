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
import { ChooseForm } from "./choose-form";
import { passwordLinkQuery } from "./queries";

const route = getRouteApi("/passwords/$word");
const text = words.passwords.choose;

/** What a letter's link opens: whose password it sets, and the password. */
export function ChoosePage() {
  const { word } = route.useParams();
  const [after, setAfter] = useState<"set" | "gone" | null>(null);
  const link = useQuery({ ...passwordLinkQuery(word), enabled: after === null });
  const missing = after === "gone" || (after === null && isMissing(link));
  useTitle(after === "set" ? text.done.title : missing ? text.missing.title : text.title);
  if (after === "set") return <Done />;
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <span className="row">
            <Link className="btn" to={paths.forgotten()}>
              {text.missing.again}
            </Link>
            <Link to={paths.signIn()}>{text.missing.signIn}</Link>
          </span>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page narrow spaced">
      <Loaded asked={link}>
        {(found) => (
          <>
            <h1>{text.title}</h1>
            <dl className="kv">
              <dt>{text.email}</dt>
              <dd>
                <bdi>{found.email}</bdi>
              </dd>
              <dt>{text.until}</dt>
              <dd>{words.format.moment(found.expires_at)}</dd>
            </dl>
            <p className="soft">{text.effect}</p>
            <ChooseForm
              word={word}
              link={found}
              onSet={() => setAfter("set")}
              onGone={() => setAfter("gone")}
            />
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
