/** What the pages offer, mirroring api/domain/src/account/application.rs; the API decides. */
import type { Schemas } from "~/api/client";

export type DeskDecision = Exclude<Schemas["ApplicationDecision"], "answer">;

const lawful = {
  applied: ["approve", "ask", "refuse"],
  asked: ["approve", "ask", "refuse"],
  approved: [],
  refused: [],
} satisfies Record<Schemas["ApplicationStatus"], DeskDecision[]>;

export function decisionsFor(status: Schemas["ApplicationStatus"]): readonly DeskDecision[] {
  return lawful[status];
}
