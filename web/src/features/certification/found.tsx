import { Link } from "@tanstack/react-router";
import type { CertificationApplication } from "~/api/certification";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label, words } from "~/words/words";

const text = words.certificationDraft;

const tones = { met: "valid", not_met: "revoked", waived: "absent" } satisfies Record<
  Schemas["CriterionVerdict"],
  StateTone
>;

export function VerdictMark({ verdict }: { verdict: Schemas["CriterionVerdict"] }) {
  return <StateMark tone={tones[verdict]} label={label("CriterionVerdict", verdict)} />;
}

/** What was found on each requirement, once it is decided. */
export function Found({ application }: { application: CertificationApplication }) {
  const decided = ["granted", "refused", "appealed", "refusal_upheld"].includes(application.stage);
  if (!decided) return null;
  return (
    <section className="form-part">
      <div className="part-head">
        <h2>{text.found.title}</h2>
        <span className="small soft">{text.found.note}</span>
      </div>
      <ul className="papers">
        {application.requirements.map(({ code, label: name, finding }) => (
          <li key={code} className="paper">
            <div>
              <p>{name}</p>
              {typeof finding?.words === "string" && <p className="quote pre-line small">{finding.words}</p>}
            </div>
            {finding === null || finding === undefined ? (
              <span className="small soft">{text.found.nothing}</span>
            ) : (
              <VerdictMark verdict={finding.verdict} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function GrantedNote({
  application: { stage, certificate },
}: {
  application: CertificationApplication;
}) {
  if (stage !== "granted" || certificate === null || certificate === undefined) return null;
  return (
    <section className="form-part">
      <h2>{text.granted.title}</h2>
      <p>{text.granted.text}</p>
      <p>
        <Link className="btn go" to={paths.certificate(certificate)}>
          {text.granted.see(certificate)}
        </Link>
      </p>
    </section>
  );
}
