import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { count, ordered, stateOf, type FindingState } from "./order";
import { doctorQuery } from "./queries";

const text = words.doctor;
type Finding = Schemas["Finding"];

const tones: Record<FindingState, StateTone> = { ok: "valid", warning: "waiting", fault: "stopped" };

function Check({ finding }: { finding: Finding }) {
  const state = stateOf(finding);
  return (
    <li className="form-part line">
      <div className="row">
        <h2>{text.checks[finding.check] ?? finding.check}</h2>
        <StateMark tone={tones[state]} label={text.states[state]} />
      </div>
      <p>{text.sentence(finding.found)}</p>
      {finding.remedy !== null && finding.remedy !== undefined && (
        <p className="note">{text.remedy(finding.remedy)}</p>
      )}
    </li>
  );
}

/** Whether the site is fit for real use, and what to do where it is not. */
export function DoctorPage() {
  const asked = useQuery(doctorQuery);
  useTitle(text.title);
  return (
    <div className="wrap page form-page">
      <div className="ph">
        <h1>{text.title}</h1>
        {asked.data !== undefined && (
          <span className="soft">{text.asOf(words.format.moment(asked.data.as_of))}</span>
        )}
        <span className="push">
          <Button disabled={asked.isFetching} onClick={() => void asked.refetch()}>
            {asked.isFetching ? text.working : text.again}
          </Button>
        </span>
      </div>
      <p className="soft">{text.note}</p>
      <Loaded asked={asked}>
        {({ findings }) =>
          findings.length === 0 ? (
            <EmptyState title={text.none} />
          ) : (
            <>
              <p className="strong" role="status">
                {text.counts(count(findings, "fault"), count(findings, "warning"), findings.length)}
              </p>
              <ul className="plain-list" aria-label={text.table}>
                {ordered(findings).map((finding) => (
                  <Check key={finding.check} finding={finding} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
