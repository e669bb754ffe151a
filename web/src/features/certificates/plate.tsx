import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "~/api/client";
import { otherEntries, paths } from "~/app/paths";
import { BellMark } from "~/ui/bell-mark";
import { Neatline } from "~/ui/neatline";
import { QrCode } from "~/ui/qr-code";
import { words } from "~/words/words";
import { CertificateMark } from "./certificate-mark";
import { codeOf, fits } from "./code";
import { firmsQuery } from "./queries";

type Certificate = Schemas["Certificate"];

const text = words.certificates.plate;

/** The certificate as its holder prints it. */
export function Plate({ certificate, credential }: { certificate: Certificate; credential: string }) {
  const { origin } = window.location;
  const code = codeOf(origin, otherEntries.verify(), credential);
  const drawn = credential !== "" && fits(code);
  return (
    <figure className="plate-sheet" aria-label={text.name}>
      <Neatline className="plate">
        <div className="plate-head">
          <span className="brand">
            <BellMark size={24} />
            {words.frame.brand}
          </span>
          <span className="row">
            {certificate.status !== "active" && <CertificateMark status={certificate.status} />}
            {certificate.demo && <span className="demo">{text.demo}</span>}
          </span>
        </div>
        <div className="plate-foot">
          <div className="plate-text">
            <div>
              <p className="plate-name">{certificate.holder.name}</p>
              <p>
                {text.held(certificate.discipline.label)} <b>{certificate.level.label.toLowerCase()}</b>
              </p>
            </div>
            <PlateFacts certificate={certificate} />
          </div>
          {drawn && <QrCode content={code} label={text.code} level="L" />}
        </div>
      </Neatline>
      <figcaption className="small soft">
        {drawn || credential === "" ? text.codeNote : text.tooLong}{" "}
        <span className="only-print">
          {text.checkAt(`${origin}${paths.certificate(certificate.number)}`)}
        </span>
      </figcaption>
    </figure>
  );
}

function PlateFacts({ certificate }: { certificate: Certificate }) {
  const person = certificate.holder.kind === "person";
  const firms = useQuery({ ...firmsQuery(certificate.holder.id), enabled: person }).data ?? [];
  return (
    <dl className="kv">
      <dt>{text.number}</dt>
      <dd>
        <bdi className="mono nowrap">{certificate.number}</bdi>
      </dd>
      <dt>{text.valid}</dt>
      <dd>{text.term(certificate.valid_from, certificate.valid_to)}</dd>
      <dt>{text.scheme}</dt>
      <dd>{text.version(certificate.scheme_version)}</dd>
      {firms.length > 0 && (
        <>
          <dt>{text.firm}</dt>
          <dd>{words.format.list(firms)}</dd>
        </>
      )}
    </dl>
  );
}
