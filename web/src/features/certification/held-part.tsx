import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { ownEntryQuery, schemesQuery } from "~/api/register";
import { paths } from "~/app/paths";
import { today } from "~/lib/day-count";
import { renewal } from "~/lib/renewal";
import { BarredButton, Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { ErrorState } from "~/ui/states";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label, words } from "~/words/words";
import { certificatesOfQuery, firmCertificatesQuery, useBegin } from "./queries";

type Certificate = Schemas["Certificate"];

const text = words.certification.held;

const tones = {
  active: "valid",
  suspended: "soon",
  lapsed: "stopped",
  revoked: "revoked",
  withdrawn: "absent",
} satisfies Record<Schemas["CertificateStatus"], StateTone>;

/** What one holds, with the way to renew it from the day on which that opens. */
export function HeldPart({ firm }: { firm: string | null }) {
  const entry = useQuery(ownEntryQuery);
  return (
    <>
      <section className="form-part">
        <h2>{text.title}</h2>
        <Loaded asked={entry}>
          {(own) =>
            own === null ? (
              <p>
                <Link to={paths.ownEntry()}>{text.begin}</Link>
              </p>
            ) : (
              <>
                <OfPerson id={own.value.id} />
                <p className="row">
                  <Link to={paths.ownEntry()}>{text.entry}</Link>
                  <Link to={paths.development()}>{words.cpd.title}</Link>
                  <Link to={paths.sittings()}>{words.sittings.title}</Link>
                </p>
              </>
            )
          }
        </Loaded>
      </section>
      {firm !== null && <OfFirm firm={firm} />}
    </>
  );
}

function OfPerson({ id }: { id: string }) {
  const held = useQuery(certificatesOfQuery(id));
  return <Loaded asked={held}>{(certificates) => <List certificates={certificates} />}</Loaded>;
}

function OfFirm({ firm }: { firm: string }) {
  const held = useQuery(firmCertificatesQuery(firm));
  return (
    <section className="form-part">
      <h2>{text.accreditations(firm)}</h2>
      <Loaded asked={held}>{(certificates) => <List certificates={certificates} />}</Loaded>
    </section>
  );
}

function List({ certificates }: { certificates: readonly Certificate[] }) {
  if (certificates.length === 0) return <p className="soft">{text.none}</p>;
  return (
    <ul className="own-list">
      {certificates.map((certificate) => (
        <Held key={certificate.id} certificate={certificate} />
      ))}
    </ul>
  );
}

function Held({ certificate }: { certificate: Certificate }) {
  const { number, discipline, level, status, valid_to: to } = certificate;
  return (
    <li>
      <StateMark tone={tones[status]} label={label("CertificateStatus", status)} />
      <div>
        <p className="strong">{words.certification.own.of(discipline.label, level.label)}</p>
        <p className="small soft">
          <Link to={paths.certificate(number)}>
            <bdi className="mono">{number}</bdi>
          </Link>{" "}
          · {text.until(to)}
        </p>
      </div>
      {(status === "active" || status === "lapsed") && <Renew certificate={certificate} />}
    </li>
  );
}

function Renew({ certificate }: { certificate: Certificate }) {
  const navigate = useNavigate();
  const begin = useBegin();
  const content = useQuery(schemesQuery).data?.find(({ code }) => code === certificate.scheme)?.version
    .content;
  if (content === undefined) return null;
  const may = renewal(certificate.valid_to, content, today());
  if (!may.open) {
    const why = may.opens === undefined ? text.closed(may.closed ?? "") : text.opens(may.opens);
    return <BarredButton reason={why}>{text.renew}</BarredButton>;
  }
  return (
    <div className="barred">
      <Button
        aria-label={text.renewOne(certificate.number)}
        disabled={begin.isPending}
        onClick={() =>
          begin.mutate(
            { scheme: certificate.scheme, renews: certificate.number },
            { onSuccess: ({ id }) => void navigate({ to: paths.certificationApplication(id) }) },
          )
        }
      >
        {text.renew}
      </Button>
      {begin.isError && <ErrorState error={begin.error} />}
    </div>
  );
}
