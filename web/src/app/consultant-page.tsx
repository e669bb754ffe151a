import { HeldCertificates } from "~/features/certificates/held-certificates";
import { ConsultantPage } from "~/features/consultants/consultant-page";
import { RatingsPart } from "~/features/ratings/ratings-part";

/** A person, what the person holds, and what customers say. */
export function OneConsultantPage() {
  return (
    <ConsultantPage
      certificates={(id) => <HeldCertificates holder={{ consultant: id }} />}
      ratings={(id) => <RatingsPart rated={{ consultant: id }} />}
    />
  );
}
