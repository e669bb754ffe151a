import type { Schemas } from "~/api/client";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label } from "~/words/words";

const tones = {
  active: "valid",
  suspended: "soon",
  lapsed: "waiting",
  revoked: "revoked",
  withdrawn: "absent",
} satisfies Record<Schemas["CertificateStatus"], StateTone>;

export function CertificateMark({ status }: { status: Schemas["CertificateStatus"] }) {
  return <StateMark tone={tones[status]} label={label("CertificateStatus", status)} />;
}
