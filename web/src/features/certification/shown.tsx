import type { CertificationApplication } from "~/api/certification";
import { label, words } from "~/words/words";
import type { Slots } from "./application-page";
import { PartSection } from "./beside";
import { declarationsField, otherDeclarations } from "./checklist";
import { conductCode, interestsCode } from "./draft-form";
import { Times } from "./times";

const text = words.certificationDraft;

/** What an applicant shows, to read: papers first, then who they are. */
export function Shown({ application, slots }: { application: CertificationApplication; slots: Slots }) {
  return (
    <>
      {application.requirements
        .filter(({ kind }) => kind === "evidence")
        .map(({ code, label: name, files, count, evidence }) => (
          <PartSection
            key={code}
            field={code}
            title={name}
            aside={<Times count={count} evidence={evidence} />}
          >
            {slots.shown(files, words.review.none)}
          </PartSection>
        ))}
      <Persons application={application} />
    </>
  );
}

/** The curriculum, the statement, interests and what was declared. */
export function Persons({ application }: { application: CertificationApplication }) {
  const { statement, conduct_version: version } = application;
  const others = otherDeclarations(application);
  return (
    <>
      <PartSection field="curriculum" title={text.curriculum}>
        <CurriculumShown application={application} />
      </PartSection>
      {others.length > 0 && (
        <PartSection field={declarationsField} title={text.declarations.title}>
          <ul className="notes">
            {others.map(({ code, label: name, declared }) => (
              <li key={code}>
                {name}{" "}
                <span className="soft">
                  · {declared ? text.declarations.declared : text.declarations.undeclared}
                </span>
              </li>
            ))}
          </ul>
        </PartSection>
      )}
      <PartSection field={conductCode} title={text.conduct.title}>
        <p>{typeof version === "string" ? text.conduct.accepted(version) : text.conduct.none}</p>
      </PartSection>
      <PartSection field={interestsCode} title={text.interests.title}>
        <InterestsShown application={application} />
      </PartSection>
      <PartSection field="statement" title={text.statement.title}>
        {typeof statement === "string" ? (
          <p className="pre-line prose">{statement}</p>
        ) : (
          <p className="soft">{text.statement.none}</p>
        )}
      </PartSection>
    </>
  );
}

function CurriculumShown({ application: { curriculum } }: { application: CertificationApplication }) {
  const said = words.evidence.curriculum;
  if (curriculum.length === 0) return <p className="soft">{said.none}</p>;
  return (
    <ol className="papers">
      {curriculum.map((entry) => (
        <li key={`${entry.from_on} ${entry.title}`} className="paper">
          <div>
            <p>
              <b>{entry.title}</b> · {entry.organisation}{" "}
              <span className="soft">{label("CurriculumKind", entry.kind)}</span>
            </p>
            {typeof entry.about === "string" && <p className="small pre-line">{entry.about}</p>}
          </div>
          <span className="small soft nowrap">{said.span(entry.from_on, entry.to_on)}</span>
        </li>
      ))}
    </ol>
  );
}

function InterestsShown({ application }: { application: CertificationApplication }) {
  const { interests, no_interests: none } = application;
  if (interests.length === 0) return <p>{none ? text.interests.toldNone : text.interests.toldNothing}</p>;
  return (
    <ul className="notes">
      {interests.map(({ company, relation, to_on: to }) => (
        <li key={`${company} ${relation}`}>
          <b>{company}</b> · {relation}
          {typeof to === "string" && <span className="soft"> · {text.interests.ended(to)}</span>}
        </li>
      ))}
    </ul>
  );
}
