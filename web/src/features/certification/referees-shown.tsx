import type { CertificationApplication } from "~/api/certification";
import type { Schemas } from "~/api/client";
import { BarredButton, Button } from "~/ui/button";
import { ErrorState } from "~/ui/states";
import { StateMark } from "~/ui/state-mark";
import { words } from "~/words/words";
import { PartSection } from "./beside";
import { remindedFrom } from "./days";
import { useRemind } from "./queries";

type Referee = Schemas["Referee"];

const text = words.certificationDraft.referees;

export function RefereeStanding({ referee }: { referee: Referee }) {
  const { asked_at: asked, reminded_at: reminded, answered_at: answered } = referee;
  if (answered !== null && answered !== undefined)
    return <StateMark tone="valid" label={text.answered(answered)} />;
  if (reminded !== null && reminded !== undefined)
    return <StateMark tone="waiting" label={text.reminded(reminded)} />;
  if (asked !== null && asked !== undefined) return <StateMark tone="waiting" label={text.asked(asked)} />;
  return <StateMark tone="open" label={text.notAsked} />;
}

/** One's referees while the application is on its way: who has answered, and who may be written to again. */
export function RefereesShown({ application }: { application: CertificationApplication }) {
  const remind = useRemind(application.id);
  const field = application.requirements.find(({ kind }) => kind === "referees")?.code;
  if (field === undefined) return null;
  const { referees, stage } = application;
  const open = stage === "submitted" || stage === "in_review" || stage === "asked";
  const reminded = referees.find(({ id }) => id === remind.variables)?.name ?? "";
  return (
    <PartSection field={field} title={text.title}>
      {referees.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <ul className="papers">
          {referees.map((referee) => (
            <li key={referee.id} className="paper">
              <div>
                <p>
                  <b>{referee.name}</b> <bdi className="soft">{referee.email}</bdi>
                </p>
                <p className="small soft">{referee.relation}</p>
                <RefereeStanding referee={referee} />
              </div>
              {open && (referee.answered_at ?? null) === null && (
                <Remind
                  referee={referee}
                  busy={remind.isPending}
                  onRemind={() => remind.mutate(referee.id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="small">
        {remind.isSuccess && text.didRemind(reminded)}
      </p>
      {remind.isError && <ErrorState error={remind.error} />}
    </PartSection>
  );
}

function Remind({ referee, busy, onRemind }: { referee: Referee; busy: boolean; onRemind: () => void }) {
  const free = remindedFrom(referee.reminded_at ?? referee.asked_at);
  if (free !== null && free > new Date().toISOString())
    return <BarredButton reason={text.free(free)}>{text.remind}</BarredButton>;
  return (
    <Button aria-label={text.remindName(referee.name)} disabled={busy} onClick={onRemind}>
      {text.remind}
    </Button>
  );
}
