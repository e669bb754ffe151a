/** What the pages offer, mirroring api/domain/src/certification; the API decides. */
import type { Schemas } from "~/api/client";

export type Step = Schemas["ComplaintStep"];
export type Sanction = Extract<Schemas["CertificateStep"], "suspend" | "revoke" | "reinstate">;

/** Nothing is upheld that was not investigated. */
const lawful = {
  received: ["investigate", "dismiss"],
  investigating: ["uphold", "dismiss"],
  upheld: [],
  dismissed: [],
} satisfies Record<Schemas["ComplaintStatus"], Step[]>;

export function stepsFor(status: Schemas["ComplaintStatus"]): readonly Step[] {
  return lawful[status];
}

const fitting: Record<Step, readonly Sanction[]> = {
  investigate: ["suspend"],
  uphold: ["suspend", "revoke", "reinstate"],
  dismiss: ["reinstate"],
};

const possible: Record<Schemas["CertificateStatus"], readonly Sanction[]> = {
  active: ["suspend", "revoke"],
  suspended: ["revoke", "reinstate"],
  lapsed: ["revoke"],
  revoked: [],
  withdrawn: [],
};

/** What may follow for the certificate: what the step gives cause for and its status leaves open. */
export function sanctionsFor(step: Step, status: Schemas["CertificateStatus"]): Sanction[] {
  return fitting[step].filter((sanction) => possible[status].includes(sanction));
}

export function needsReason(sanction: Sanction | undefined): boolean {
  return sanction === "suspend" || sanction === "revoke";
}
