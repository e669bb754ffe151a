import { HeldCertificates } from "~/features/certificates/held-certificates";
import { SupplierPage } from "~/features/suppliers/supplier-page";

/** A firm and what it holds. */
export function OneSupplierPage() {
  return <SupplierPage accreditations={(id) => <HeldCertificates holder={{ supplier: id }} />} />;
}
