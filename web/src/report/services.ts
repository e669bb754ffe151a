/** The services hit; each ticked one may say how it is, since when, and when it came back. */
import { SERVICE, SERVICE_STATE, type Service, type ServiceState } from "~/lib/sealed/vocabulary";
import type { ServiceDraft } from "./draft";
import { h } from "~/lib/light/dom";
import { checkbox, input, optionsOf, radios } from "./fields";
import { countOf, type Fold } from "./fold";
import type { Form } from "./parts";
import { choices, words } from "./words";

const say = words.form.services;

function detail(hit: ServiceDraft, name: string, changed: () => void): HTMLElement {
  const restored = input(say.restored, words.form.optional, { type: "date" }, (value) => {
    hit.restored = value;
    changed();
  });
  const since = input(say.since, words.form.optional, { type: "date" }, (value) => {
    hit.since = value;
    changed();
  });
  restored.node.hidden = true;
  const pick = (value: ServiceState) => {
    hit.state = value;
    restored.node.hidden = value !== "restored";
    changed();
  };
  const legend = [h("span", { class: "vh" }, `${name}: ${say.state}`)];
  const state = radios(
    { legend, columns: "three" },
    optionsOf(SERVICE_STATE, choices.serviceState),
    pick,
    hit.state,
  );
  return h("div", { class: "detail" }, state, h("div", { class: "two" }, since.node, restored.node));
}

export function servicesFold({ draft, changed }: Form): Fold {
  const item = (service: Service): HTMLElement => {
    const name = choices.service[service];
    const place = h("li", {});
    const label = checkbox({ value: service, label: name }, (on) => {
      place.querySelector(".detail")?.remove();
      if (on) {
        const hit: ServiceDraft = { state: "down", since: "", restored: "" };
        draft.services.set(service, hit);
        place.append(detail(hit, name, changed));
      } else {
        draft.services.delete(service);
      }
      place.classList.toggle("wider", on);
      changed();
    });
    place.append(label);
    return place;
  };
  return {
    legend: say.legend,
    body: h(
      "fieldset",
      { class: "sub" },
      h("legend", {}, h("span", { class: "vh" }, say.legend)),
      h("ul", { class: "opts" }, ...SERVICE.map(item)),
    ),
    answer: () => countOf(Array.from(draft.services.keys(), (service) => choices.service[service])),
  };
}
