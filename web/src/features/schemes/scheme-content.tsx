import type { Schemas } from "~/api/client";
import { label, words } from "~/words/words";

type Scheme = Schemas["SchemeVersion"]["content"];
type Requirement = Scheme["requirements"][number];

const text = words.schemes;

function feeOf({ fees }: Scheme, level: string): string {
  const fee = fees.find((candidate) => candidate.level === level);
  return fee === undefined ? text.noFee : words.format.money(fee.amount_minor, fee.currency);
}

function howOf({ kind, evidence }: Requirement): string {
  const proof = evidence ?? null;
  return kind === "evidence" && proof !== null
    ? label("EvidenceKind", proof)
    : label("RequirementKind", kind);
}

function forWhom({ levels, disciplines }: Scheme, requirement: Requirement): string {
  const named = (list: readonly { code: string; label: string }[], chosen: string[] | null | undefined) =>
    list.filter(({ code }) => chosen?.includes(code) === true).map((word) => word.label);
  const only = text.forOnly(
    named(levels, requirement.levels).map((level) => level.toLowerCase()),
    named(disciplines, requirement.disciplines),
  );
  return only === "" ? text.everyone : only;
}

/** Everything a version of a scheme asks for, charges and promises. */
export function SchemeContent({ content }: { content: Scheme }) {
  const levels = [...content.levels].sort((a, b) => a.rank - b.rank);
  return (
    <>
      <section className="form-part">
        <h3>{text.disciplines}</h3>
        <dl className="kv entry">
          {content.disciplines.map((discipline) => (
            <div key={discipline.code} className="kv-pair">
              <dt>{discipline.label}</dt>
              <dd>{discipline.about}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="form-part">
        <h3>{text.levels}</h3>
        <dl className="kv entry">
          {levels.map((level) => (
            <div key={level.code} className="kv-pair">
              <dt>{level.label}</dt>
              <dd>{feeOf(content, level.code)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="form-part">
        <h3>{text.requirements}</h3>
        <Requirements content={content} />
      </section>
      <section className="form-part">
        <h3>{text.time}</h3>
        <Promises content={content} />
      </section>
      <section className="form-part">
        <h3>{text.conductVersion(content.code_of_conduct.version)}</h3>
        <Conduct conduct={content.code_of_conduct} />
      </section>
    </>
  );
}

function Requirements({ content }: { content: Scheme }) {
  return (
    <table className="tab needs" aria-label={text.requirements}>
      <thead>
        <tr>
          <th scope="col">{text.requirement}</th>
          <th scope="col">{text.how}</th>
          <th scope="col">{text.forWhom}</th>
        </tr>
      </thead>
      <tbody>
        {content.requirements.map((requirement) => (
          <tr key={requirement.code}>
            <td>{text.times(requirement.count, requirement.label)}</td>
            <td className="soft">{howOf(requirement)}</td>
            <td className="soft">{forWhom(content, requirement)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Promises({ content }: { content: Scheme }) {
  const { facts } = text;
  return (
    <dl className="kv entry">
      <dt>{facts.review}</dt>
      <dd>{facts.reviewOf(content.review_days)}</dd>
      <dt>{facts.validity}</dt>
      <dd>{facts.validityOf(content.validity_months)}</dd>
      <dt>{facts.renewal}</dt>
      <dd>{facts.renewalOf(content.renewal_opens_days, content.grace_days)}</dd>
      <dt>{facts.cpd}</dt>
      <dd>{facts.cpdOf(content.cpd_hours)}</dd>
      <dt>{facts.appeal}</dt>
      <dd>{facts.appealOf(content.appeal_days)}</dd>
    </dl>
  );
}

function Conduct({ conduct: { text: rules, url } }: { conduct: Scheme["code_of_conduct"] }) {
  if (rules !== null && rules !== undefined) return <p className="pre-line prose">{rules}</p>;
  return url === null || url === undefined ? null : (
    <p>
      {text.conductRead} <bdi>{url}</bdi>
    </p>
  );
}
