/** What the pages offer, mirroring api/domain/src/policy.rs; the API decides. */
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";

type Advisory = Schemas["Advisory"];

export function canEdit(account: Account | null, advisory: Advisory): boolean {
  return account?.role === "analyst" && advisory.status === "draft";
}

export function canWithdraw(account: Account | null, advisory: Advisory): boolean {
  return account?.role === "analyst" && advisory.status === "released";
}

export type ReleaseOffer = "hidden" | "author" | "writer" | "offered";

/** A release needs somebody who wrote none of it: the others see the button and why it is barred. */
export function releaseOffer(account: Account | null, advisory: Advisory): ReleaseOffer {
  if (!canEdit(account, advisory)) return "hidden";
  const id = account?.id ?? "";
  if (advisory.author_id === id) return "author";
  return advisory.writers?.includes(id) === true ? "writer" : "offered";
}
