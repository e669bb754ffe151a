import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { Answer } from "./answer";
import { History } from "./history";
import { MissingCertificate } from "./missing-certificate";
import { Plate } from "./plate";
import { certificateQuery, credentialQuery } from "./queries";
import { StepPanel } from "./step-panel";
import { TakeAlong } from "./take-along";

const route = getRouteApi("/certificates/$number");
const text = words.certificates;

/** Whether a certificate counts, what it says, and what happened to it. */
export function CertificatePage() {
  const { number } = route.useParams();
  const certificate = useQuery(certificateQuery(number));
  const missing = isMissing(certificate);
  useTitle(missing ? text.missing.title : text.of(certificate.data?.value.number ?? number));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingCertificate number={number} />
      </div>
    );
  }
  return (
    <div className="wrap page">
      <Loaded asked={certificate}>
        {({ value, etag }) => (
          <One
            certificate={value}
            etag={etag}
            asOf={words.format.stamp(certificate.dataUpdatedAt)}
            onReread={() => certificate.refetch()}
          />
        )}
      </Loaded>
    </div>
  );
}

function One({
  certificate,
  etag,
  asOf,
  onReread,
}: {
  certificate: Schemas["Certificate"];
  etag: string;
  asOf: string;
  onReread: () => Promise<unknown>;
}) {
  const { holder, number } = certificate;
  const credential = useQuery(credentialQuery(number)).data ?? "";
  const person = holder.kind === "person";
  return (
    <article className="article certificate">
      <p className="small crumbs">
        <Link to={person ? paths.consultants() : paths.suppliers()}>
          {person ? words.consultants.short : words.suppliers.title}
        </Link>
        {" · "}
        <Link to={person ? paths.consultant(holder.id) : paths.supplier(holder.id)}>{holder.name}</Link>
      </p>
      <header>
        <h1>{text.of(number)}</h1>
        <Answer certificate={certificate} asOf={asOf} />
      </header>
      <div className="certificate-body">
        <Plate certificate={certificate} credential={credential} />
        <aside>
          {credential !== "" && <TakeAlong number={number} credential={credential} />}
          <StepPanel certificate={certificate} etag={etag} onReread={onReread} />
        </aside>
      </div>
      <section className="form-part line">
        <h2>{text.history.title}</h2>
        <History certificate={certificate} whole />
      </section>
      <p className="small after">
        <Link to={paths.newComplaint()} search={{ certificate: number }}>
          {words.complaint.link}
        </Link>
      </p>
    </article>
  );
}
