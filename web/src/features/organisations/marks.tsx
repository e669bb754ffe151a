import type { Schemas } from "~/api/client";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { label } from "~/words/words";

const memberships = {
  invited: "open",
  accepted: "waiting",
  confirmed: "valid",
  suspended: "stopped",
  left: "absent",
} satisfies Record<Schemas["MembershipState"], StateTone>;

export function MembershipMark({ state }: { state: Schemas["MembershipState"] }) {
  return <StateMark tone={memberships[state]} label={label("MembershipState", state)} />;
}

const organisations = {
  member: "valid",
  suspended: "stopped",
  left: "absent",
} satisfies Record<Schemas["OrganisationStatus"], StateTone>;

export function OrganisationMark({ status }: { status: Schemas["OrganisationStatus"] }) {
  return <StateMark tone={organisations[status]} label={label("OrganisationStatus", status)} />;
}
