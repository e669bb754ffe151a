import type { Schemas } from "~/api/client";
import { StateMark } from "~/ui/state-mark";
import { words } from "~/words/words";
import { RefereeStanding } from "./referees-shown";

const text = words.review;

/** What referees say; for those who review only. */
export function References({ referees }: { referees: readonly Schemas["Referee"][] }) {
  if (referees.length === 0) return <p className="soft">{words.certificationDraft.referees.none}</p>;
  return (
    <ul className="papers">
      {referees.map((referee) => (
        <li key={referee.id} className="paper">
          <div>
            <p>
              <b>{referee.name}</b> <bdi className="soft">{referee.email}</bdi>
            </p>
            <p className="small soft">{referee.relation}</p>
            <Said referee={referee} />
          </div>
          <RefereeStanding referee={referee} />
        </li>
      ))}
    </ul>
  );
}

function Said({ referee: { recommends, independent, words: said } }: { referee: Schemas["Referee"] }) {
  if (typeof said !== "string") return null;
  return (
    <>
      <p className="row small">
        <StateMark
          tone={recommends === true ? "valid" : "revoked"}
          label={recommends === true ? text.recommends : text.recommendsNot}
        />
        <StateMark
          tone={independent === true ? "valid" : "soon"}
          label={independent === true ? text.independent : text.dependent}
        />
      </p>
      <blockquote className="quote pre-line">{said}</blockquote>
    </>
  );
}
