import type { Schemas } from "~/api/client";
import { label, words } from "~/words/words";

/** How many papers of which kind are asked for. */
export function Times({
  count,
  evidence,
}: {
  count: number;
  evidence: Schemas["EvidenceKind"] | null | undefined;
}) {
  const kind = evidence ?? null;
  if (kind === null && count === 1) return null;
  const name = kind === null ? label("RequirementKind", "evidence") : label("EvidenceKind", kind);
  return <span className="small soft">{words.schemes.times(count, name)}</span>;
}
