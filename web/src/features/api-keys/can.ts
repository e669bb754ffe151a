/** What the page offers, mirroring ManageOrganisation in api/domain/src/policy; the API decides. */
import type { Account } from "~/api/session";
import type { KeyState } from "./key-state";

/** Whether somebody makes, rotates and revokes the keys of their own organisation. */
export function managesKeys(account: Account | null): boolean {
  if ((account?.organisation ?? null) === null) return false;
  const role = account?.membership?.role;
  return role === "owner" || role === "cso";
}

export type KeyStep = "rotate" | "revoke";

/** A revoked key stays revoked; one that has run out may be given another secret and more days. */
export function stepsFor(manages: boolean, state: KeyState["kind"]): readonly KeyStep[] {
  return manages && state !== "revoked" ? ["rotate", "revoke"] : [];
}
