import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { schemesQuery } from "~/api/register";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { ReadyPart } from "./ready-part";
import { SchemeContent } from "./scheme-content";

const text = words.schemes;

/** What certification asks for, what it costs and how long it takes: before anybody registers. */
export function AboutConsultantsPage() {
  const schemes = useQuery(schemesQuery);
  useTitle(text.about.title);
  return (
    <div className="wrap page scheme">
      <p className="small crumbs">
        <Link to={paths.consultants()}>{words.consultants.short}</Link>
      </p>
      <h1>{text.about.title}</h1>
      <p className="lead">{text.about.lead}</p>
      <p className="row">
        <Link className="btn go" to={paths.certification()}>
          {text.about.apply}
        </Link>
        <Link className="btn" to={paths.ownEntry()}>
          {text.about.begin}
        </Link>
        <span className="small soft">{text.about.beginNote}</span>
      </p>
      <Loaded asked={schemes}>
        {(all) => (
          <>
            <ReadyPart schemes={all} />
            {all.map(({ code, kind, version }) => (
              <section key={code} className="scheme-part">
                <div className="ph">
                  <h2>{kind === "person" ? text.about.people : text.about.firms}</h2>
                  <span className="soft">{text.inForce(version.number, version.valid_from ?? "")}</span>
                  <Link className="push" to={paths.scheme(code)}>
                    {text.about.all}
                  </Link>
                </div>
                <SchemeContent content={version.content} />
              </section>
            ))}
          </>
        )}
      </Loaded>
    </div>
  );
}
