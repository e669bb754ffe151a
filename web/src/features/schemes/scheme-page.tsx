import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { schemeQuery } from "~/api/register";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { writesSchemes } from "./can";
import { Changes } from "./changes";
import { versionsQuery } from "./queries";
import { SchemeContent } from "./scheme-content";

const route = getRouteApi("/schemes/$code");
const text = words.schemes;

/** One scheme as it is in force, and every version of it. */
export function SchemePage() {
  const { code } = route.useParams();
  const scheme = useQuery(schemeQuery(code));
  const account = useAccount();
  const missing = isMissing(scheme);
  useTitle(missing ? text.missing.title : (scheme.data?.version.content.name ?? text.title));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.aboutConsultants()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page scheme">
      <p className="small crumbs">
        <Link to={paths.aboutConsultants()}>{text.about.title}</Link>
      </p>
      <Loaded asked={scheme}>
        {({ version }) => (
          <>
            <div className="register-head">
              <div>
                <h1>{version.content.name}</h1>
                <p className="soft">{text.inForce(version.number, version.valid_from ?? "")}</p>
              </div>
              {writesSchemes(account) && (
                <Link className="btn" to={paths.editScheme(code)}>
                  {text.edit}
                </Link>
              )}
            </div>
            <h2 className="vh">{text.version(version.number)}</h2>
            <SchemeContent content={version.content} />
          </>
        )}
      </Loaded>
      <Versions code={code} />
    </div>
  );
}

function Versions({ code }: { code: string }) {
  const versions = useQuery(versionsQuery(code));
  return (
    <section className="form-part line">
      <h2>{text.versions}</h2>
      <Loaded asked={versions}>
        {(all) => all.map((version) => <Version key={version.id} version={version} />)}
      </Loaded>
    </section>
  );
}

function Version({ version }: { version: Schemas["SchemeVersion"] }) {
  const { reason, valid_from: from } = version;
  return (
    <div className="scheme-version">
      <h3>
        {text.version(version.number)}{" "}
        <span className="firm">{from === null || from === undefined ? text.draft : text.since(from)}</span>
      </h3>
      {reason !== null && reason !== undefined && <p className="pre-line prose">{reason}</p>}
      <Changes version={version} />
    </div>
  );
}
