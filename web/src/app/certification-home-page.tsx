import { CertificationPage } from "~/features/certification/home-page";
import { PortPick } from "~/features/consultants/port-pick";

/** Where an applicant begins; the seat of a firm is chosen as that of a person is. */
export function CertificationHomePage() {
  return <CertificationPage port={(choice) => <PortPick {...choice} />} />;
}
