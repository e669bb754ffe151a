import { HeldCertificates } from "~/features/certificates/held-certificates";
import { RatingsPart } from "~/features/ratings/ratings-part";
import { SupplierPage } from "~/features/suppliers/supplier-page";

/** A firm, what it holds, and what customers say. */
export function OneSupplierPage() {
  return (
    <SupplierPage
      accreditations={(id) => <HeldCertificates holder={{ supplier: id }} />}
      ratings={(id) => <RatingsPart rated={{ supplier: id }} />}
    />
  );
}
