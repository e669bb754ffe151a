import { CheckPart } from "~/features/certificates/check-part";
import { ConsultantsPage } from "~/features/consultants/consultants-page";

/** The register, and below it the check of what somebody shows. */
export function RegisterPage() {
  return (
    <ConsultantsPage>
      <CheckPart />
    </ConsultantsPage>
  );
}
