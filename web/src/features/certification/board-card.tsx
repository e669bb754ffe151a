import { Link } from "@tanstack/react-router";
import { paths } from "~/app/paths";
import { words } from "~/words/words";
import type { Entry } from "./board";
import { DaysMark, Kinds, StageMark } from "./stage-mark";

const text = words.board;

/** Who applies for what, who reviews it, and how long there is. */
export function BoardCard({ entry }: { entry: Entry }) {
  const { id, applicant, discipline, level, renews, stage, reviewer, days_left: left } = entry;
  const decided = stage === "granted" || stage === "refused" || stage === "refusal_upheld";
  return (
    <li className="card">
      <p>
        <Link className="row-link" to={paths.certificationApplication(id)}>
          {applicant.name}
        </Link>
      </p>
      <p className="small">{words.certification.own.of(discipline.label, level.label)}</p>
      {((renews ?? null) !== null || applicant.kind === "supplier") && (
        <p className="row">
          <Kinds renews={renews} firm={applicant.kind === "supplier"} />
        </p>
      )}
      <p className="card-foot small">
        <span className="soft">{reviewer ?? text.nobody}</span>
        {decided && (
          <>
            <StageMark stage={stage} /> <span className="soft">{text.decided(entry.changed_at)}</span>
          </>
        )}
        {typeof left === "number" && <DaysMark left={left} />}
        {stage === "asked" && <span className="soft">{text.waits}</span>}
      </p>
    </li>
  );
}
