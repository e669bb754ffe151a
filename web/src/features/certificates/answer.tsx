import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { words } from "~/words/words";
import { CertificateMark } from "./certificate-mark";

type Certificate = Schemas["Certificate"];

const text = words.certificates.answer;

/** From which day the last step of this kind counts. */
function dayOf({ events }: Certificate, step: Schemas["CertificateStep"]): string | null {
  return events.findLast((event) => event.step === step)?.effective_on ?? null;
}

function sentences(certificate: Certificate): { text: string; more: string } {
  switch (certificate.status) {
    case "active":
      return { text: text.active.text, more: text.active.more(certificate.valid_to) };
    case "suspended":
      return { text: text.suspended.text(dayOf(certificate, "suspend")), more: text.suspended.more };
    case "lapsed":
      return { text: text.lapsed.text(certificate.valid_to), more: text.lapsed.more };
    case "revoked": {
      const day = dayOf(certificate, "revoke");
      return day !== null && day <= certificate.valid_from
        ? { text: text.revoked.fromStart, more: text.revoked.none }
        : { text: text.revoked.text(day), more: text.revoked.more };
    }
    case "withdrawn":
      return { text: text.withdrawn.text(dayOf(certificate, "withdraw")), more: text.withdrawn.more };
  }
}

/** Whether it counts, in words. */
export function Answer({ certificate, asOf }: { certificate: Certificate; asOf: string }) {
  const said = sentences(certificate);
  const person = certificate.holder.kind === "person";
  return (
    <div className="answer" role="status">
      <CertificateMark status={certificate.status} />
      <div>
        <p>{said.text}</p>
        <p className="small soft">
          {said.more} {words.certificates.asOf(asOf)}
        </p>
      </div>
      {certificate.status !== "active" && person && (
        <Link to={paths.consultants()} search={{ discipline: [certificate.discipline.code] }}>
          {words.certificates.takeOver}
        </Link>
      )}
    </div>
  );
}
