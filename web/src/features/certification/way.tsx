import type { CertificationApplication } from "~/api/certification";
import { classNames } from "~/ui/class-names";
import { label, words } from "~/words/words";

const text = words.certification.way;

function Moment({
  at,
  did,
  who,
  said,
  ahead = false,
}: {
  at: string;
  did: string;
  who?: string;
  said?: string | null | undefined;
  ahead?: boolean;
}) {
  return (
    <li>
      <span className="small soft">{words.format.shortDay(at)}</span>
      <i aria-hidden="true" className={classNames(!ahead && "y")} />
      <div>
        <p>
          {did} {who !== undefined && <span className="soft small">{who}</span>}
        </p>
        {said !== null && said !== undefined && (
          <blockquote className="quote pre-line small">{said}</blockquote>
        )}
      </div>
    </li>
  );
}

/** Every step with its day, who took it and what they said; the promised day stands ahead. */
export function Way({ application }: { application: CertificationApplication }) {
  const { events, created_at: began, due_on: due, stage } = application;
  const runs = ["submitted", "in_review", "appealed"].includes(stage);
  return (
    <section className="way">
      <h2>{text.title}</h2>
      <ol>
        <Moment at={began} did={text.began} />
        {events.map((event) => (
          <Moment
            key={`${event.recorded_at} ${event.step}`}
            at={event.recorded_at}
            did={text.did[event.step]}
            who={label("CertificationActor", event.actor)}
            said={event.words}
          />
        ))}
        {runs && due !== null && due !== undefined && <Moment ahead at={due} did={text.ahead(due)} />}
      </ol>
    </section>
  );
}
