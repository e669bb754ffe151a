import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { words } from "~/words/words";
import { DaysMark, Kinds, StageMark } from "./stage-mark";

const text = words.certification;

/** One of one's applications: where it stands, how long it takes, what is next. */
export function OwnRow({ entry }: { entry: Schemas["CertificationApplicationEntry"] }) {
  const { id, stage, discipline, level, renews, applicant, days_left: left, due_on: due } = entry;
  return (
    <li>
      <StageMark stage={stage} />
      <div>
        <p>
          <Link className="strong" to={paths.certificationApplication(id)}>
            {text.own.of(discipline.label, level.label)}
          </Link>{" "}
          <Kinds renews={renews} firm={applicant.kind === "supplier"} />
        </p>
        <p className="small soft">{text.next[stage]}</p>
        <p className="small soft">
          {applicant.kind === "supplier" && <>{text.own.firm(applicant.name)} · </>}
          {typeof renews === "string" && <>{text.own.renews(renews)} · </>}
          {text.own.changed(entry.changed_at)}
        </p>
      </div>
      <div className="own-days small">
        {typeof left === "number" && <DaysMark left={left} />}
        {typeof left === "number" && typeof due === "string" && (
          <span className="soft">{text.days.due(due)}</span>
        )}
      </div>
    </li>
  );
}
