import { HeldCertificates } from "~/features/certificates/held-certificates";
import { OwnEntry } from "~/features/consultants/own-entry";

/** The own entry in the register, and what one holds. */
export function OwnEntryPage() {
  return <OwnEntry certificates={(id) => <HeldCertificates holder={{ consultant: id }} />} />;
}
