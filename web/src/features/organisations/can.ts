/** What the pages offer, mirroring api/domain/src/account and policy.rs; the API decides. */
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";
import { wordsOf } from "~/words/words";

type Role = Schemas["OrganisationRole"];
type Step = Exclude<Schemas["MembershipStep"], "accept" | "leave">;
type OrganisationStep = Schemas["OrganisationStep"];

/** Who looks: an administrator, or somebody of a role inside the organisation; null for everybody else. */
export type Standing = "admin" | Role | null;

export function standingIn(account: Account | null, organisation: string): Standing {
  if (account?.role === "admin") return "admin";
  return account?.organisation?.id === organisation ? (account.membership?.role ?? null) : null;
}

export function managesEntry(standing: Standing): boolean {
  return standing === "admin" || standing === "owner" || standing === "cso";
}

/** The roles whose people somebody may invite, change or remove: nobody lifts another to their own height but an owner. */
export function managedRoles(standing: Standing): Role[] {
  const all = wordsOf("OrganisationRole");
  if (standing === "admin" || standing === "owner") return all;
  return standing === "cso" ? all.filter((role) => role !== "owner" && role !== "cso") : [];
}

const lawful = {
  invited: ["remove"],
  accepted: ["confirm", "remove"],
  confirmed: ["suspend", "remove"],
  suspended: ["reinstate", "remove"],
  left: [],
} satisfies Record<Schemas["MembershipState"], Step[]>;

export type PersonOffer = "read-only" | "own" | "above" | { steps: readonly Step[] };

/** The steps somebody may take on a membership, or why there are none. */
export function offerFor(
  standing: Standing,
  account: Account | null,
  person: Pick<Schemas["Membership"], "account_id" | "role" | "state">,
): PersonOffer {
  const managed = managedRoles(standing);
  if (managed.length === 0) return "read-only";
  if (account !== null && person.account_id === account.id) return "own";
  return managed.includes(person.role) ? { steps: lawful[person.state] } : "above";
}

export function needsReason(step: Step | OrganisationStep): boolean {
  return step === "suspend" || step === "remove";
}

const standing = {
  member: ["suspend", "leave"],
  suspended: ["reinstate", "leave"],
  left: [],
} satisfies Record<Schemas["OrganisationStatus"], OrganisationStep[]>;

export function organisationSteps(
  by: Standing,
  status: Schemas["OrganisationStatus"],
): readonly OrganisationStep[] {
  if (by === "admin") return standing[status];
  return by === "owner" && status === "member" ? ["leave"] : [];
}

export type { Step };
