/** The systems hit, group by group. */
import { SYSTEMS, type System, type SystemGroup } from "~/lib/sealed/vocabulary";
import { h, text } from "~/lib/light/dom";
import { checkboxes, optionsOf } from "./fields";
import { countOf, type Fold } from "./fold";
import type { Form } from "./parts";
import { choices, words } from "./words";

const GROUPS: readonly SystemGroup[] = [
  "bridge",
  "communication",
  "propulsion_and_machinery",
  "cargo_handling",
  "administrative_and_crew",
  "access_control",
  "passenger_servicing",
  "passenger_public_networks",
  "shore",
];

function groupFold(group: SystemGroup, chosen: System[], changed: () => void): HTMLElement {
  const name = choices.systemGroup[group];
  const values: readonly System[] = SYSTEMS[group];
  const answer = h("span", { class: "soft answer given" });
  const legend = [h("span", { class: "vh" }, name)];
  const set = checkboxes({ legend }, optionsOf(values, choices.system), chosen, () => {
    text(answer, countOf(chosen.map((system) => choices.system[system])));
    changed();
  });
  return h("details", { class: "fold" }, h("summary", {}, name, answer), h("div", { class: "in" }, set));
}

export function systemsFold({ draft, changed }: Form): Fold {
  const byGroup = new Map<SystemGroup, System[]>(GROUPS.map((group) => [group, []]));
  const gather = () => {
    draft.systems = Array.from(byGroup.values()).flat();
    changed();
  };
  const groups = GROUPS.map((group) => groupFold(group, byGroup.get(group) ?? [], gather));
  return {
    legend: words.form.systems,
    body: h("div", { class: "groups" }, ...groups),
    answer: () => countOf(draft.systems.map((system) => choices.system[system])),
  };
}
