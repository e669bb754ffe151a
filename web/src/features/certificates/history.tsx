import type { Schemas } from "~/api/client";
import { label, words } from "~/words/words";

type Certificate = Schemas["Certificate"];

const text = words.certificates.history;

function Event({ event }: { event: Schemas["CertificateEvent"] }) {
  const { reason, note, valid_to: until } = event;
  return (
    <li>
      <span className="nowrap soft">{words.format.day(event.effective_on)}</span>
      <div>
        <p>
          <b>{text.step[event.step]}</b>
          {reason !== null && reason !== undefined && (
            <>
              {" · "}
              {label("SanctionReason", reason)}
            </>
          )}
          {until !== null && until !== undefined && (
            <>
              {" · "}
              {text.until(until)}
            </>
          )}
        </p>
        {note !== null && note !== undefined && <p className="soft pre-line">{note}</p>}
      </div>
    </li>
  );
}

/** All that happened to a certificate, in the order in which it was entered. */
export function History({ certificate, whole = false }: { certificate: Certificate; whole?: boolean }) {
  const { events } = certificate;
  if (events.length === 0 && !whole) return null;
  return (
    <ol className="history">
      {whole && (
        <li>
          <span className="nowrap soft">{words.format.day(certificate.granted_at)}</span>
          <p>
            <b>{text.granted}</b>
          </p>
        </li>
      )}
      {events.map((event) => (
        <Event key={`${event.recorded_at} ${event.step}`} event={event} />
      ))}
    </ol>
  );
}
