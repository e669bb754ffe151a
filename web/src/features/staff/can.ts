/** What an administrator may do with somebody of the platform, mirroring the server's staff actions; the API decides. */
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";
import { wordsOf } from "~/words/words";

export type StaffRole = Exclude<Schemas["Role"], "member">;
export type StaffStep = "role" | "suspend" | "reinstate" | "recover";

/** Members come by an invitation of their organisation. */
export function staffRoles(): StaffRole[] {
  return wordsOf("Role").filter((role): role is StaffRole => role !== "member");
}

/** Nobody does any of it to themselves, and who is suspended is not let in by another door. */
export function stepsFor(me: Account | null, person: Schemas["StaffMember"]): readonly StaffStep[] | "own" {
  if (me?.id === person.id) return "own";
  return person.suspended ? ["reinstate", "role"] : ["role", "recover", "suspend"];
}
