import type { Schemas } from "~/api/client";
import { StateMark } from "~/ui/state-mark";
import { label, words } from "~/words/words";

const text = words.independence;

/** The outcome of each rule, why, and what that rests on. */
export function IndependenceOutcome({ answer }: { answer: Schemas["IndependenceCheck"] }) {
  const on = words.format.day(answer.on);
  return (
    <section className="form-part line">
      <h2>{text.result}</h2>
      <p className="strong">{answer.independent ? text.independent(on) : text.dependent(on)}</p>
      <p className="soft">{text.limits}</p>
      {answer.rules.map((rule) => (
        <Rule key={rule.rule} rule={rule} />
      ))}
    </section>
  );
}

function Rule({ rule }: { rule: Schemas["IndependenceRule"] }) {
  const { holds, against, rests_on: grounds } = rule;
  return (
    <div className="form-part">
      <h3>{label("IndependenceFinding", rule.rule)}</h3>
      <p className="row">
        <StateMark tone={holds ? "valid" : "revoked"} label={holds ? text.holds : text.broken} />
      </p>
      <p>{rule.explanation}</p>
      {against.length > 0 && (
        <ul>
          {against.map(({ text: why, until }) => (
            <li key={why}>
              {why}
              {until !== null && until !== undefined && (
                <span className="soft"> {text.until(words.format.day(until))}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {grounds.length > 0 && (
        <details>
          <summary>{text.restsOn}</summary>
          <dl className="kv">
            {grounds.map(({ source, says }) => (
              <Ground key={`${source} ${says}`} source={label("IndependenceSource", source)} says={says} />
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function Ground({ source, says }: { source: string; says: string }) {
  return (
    <>
      <dt>{source}</dt>
      <dd>{says}</dd>
    </>
  );
}
