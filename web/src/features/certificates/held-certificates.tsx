import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { words } from "~/words/words";
import { CertificateMark } from "./certificate-mark";
import { History } from "./history";
import { heldQuery, type Holder } from "./queries";

const text = words.certificates;

function inOrder(a: Schemas["Certificate"], b: Schemas["Certificate"]): number {
  return (
    Number(b.status === "active") - Number(a.status === "active") || b.valid_to.localeCompare(a.valid_to)
  );
}

/** What a person or a firm holds and held, with all that everybody may know of it. */
export function HeldCertificates({ holder }: { holder: Holder }) {
  const held = useQuery(heldQuery(holder));
  return (
    <section className="form-part">
      <h2>{"supplier" in holder ? text.held.accreditations : text.held.title}</h2>
      <Loaded asked={held}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <p className="soft">{text.held.none}</p>
            ) : (
              <ul className="held">
                {[...items].sort(inOrder).map((certificate) => (
                  <Held key={certificate.id} certificate={certificate} />
                ))}
              </ul>
            )}
            <p className="small soft">{text.asOf(words.format.stamp(held.dataUpdatedAt))}</p>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Held({ certificate }: { certificate: Schemas["Certificate"] }) {
  const { number, discipline, level, valid_from: from, valid_to: to } = certificate;
  return (
    <li>
      <CertificateMark status={certificate.status} />
      <div>
        <p>
          {text.plate.held(discipline.label)} <b>{level.label.toLowerCase()}</b>
        </p>
        <p className="small soft">
          {text.plate.term(from, to)} · {text.plate.scheme} {text.plate.version(certificate.scheme_version)}
        </p>
        <History certificate={certificate} />
      </div>
      <Link to={paths.certificate(number)}>
        <bdi className="mono">{number}</bdi>
      </Link>
    </li>
  );
}
