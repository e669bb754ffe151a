import type { Schemas } from "~/api/client";

type Finding = Schemas["Finding"];

export type FindingState = "fault" | "warning" | "ok";

const order: readonly FindingState[] = ["fault", "warning", "ok"];

/** A word that this page does not know is worth a look. */
export const stateOf = ({ state }: Finding): FindingState =>
  order.find((known) => known === state) ?? "warning";

/** What is wrong stands first; the rest as the server looked at it. */
export function ordered(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => order.indexOf(stateOf(one)) - order.indexOf(stateOf(other)));
}

export const count = (findings: readonly Finding[], state: FindingState): number =>
  findings.filter((finding) => stateOf(finding) === state).length;
