import { HeldCertificates } from "~/features/certificates/held-certificates";
import { ConsultantPage } from "~/features/consultants/consultant-page";

/** A person and what the person holds. */
export function OneConsultantPage() {
  return <ConsultantPage certificates={(id) => <HeldCertificates holder={{ consultant: id }} />} />;
}
