/** The three answers a report needs. */
import { SHIP_CLOCK, WHAT_HAPPENED, WHEN_CHOICE, WHEREABOUTS } from "~/lib/sealed/vocabulary";
import { shown } from "./draft";
import { h, type Child } from "~/lib/light/dom";
import { faultLine, input, optionsOf, radios } from "./fields";
import { choiceIcon } from "./icons";
import { checked, type Form, type Part } from "./parts";
import { choices, words } from "./words";

const { form: say } = words;

function neededLegend(number: number, legend: string): Child[] {
  return [
    h("span", { class: "n" }, say.of(number)),
    " ",
    legend,
    " ",
    h("span", { class: "req" }, say.needed),
  ];
}

export function whatPart({ draft, changed }: Form): Part {
  const line = faultLine();
  const options = WHAT_HAPPENED.map((value) => ({
    value,
    label: choices.what[value],
    icon: choiceIcon(value),
  }));
  const group = { legend: neededLegend(1, say.what), look: "q", needed: true, fault: line };
  const node = radios(group, options, (value) => {
    draft.what = value;
    changed();
  });
  return { node, checked: { what: { control: node, line } } };
}

export function whenPart({ draft, changed }: Form): Part {
  const line = faultLine();
  const group = {
    legend: neededLegend(2, say.when.legend),
    columns: "three",
    look: "q",
    hint: say.when.hint,
    needed: true,
    fault: line,
  } as const;
  const node = radios(group, optionsOf(WHEN_CHOICE, choices.when), (value) => {
    draft.when = value;
    changed();
  });
  const date = input(say.when.date, null, { type: "date" }, (value) => {
    draft.date = value;
    changed();
  });
  const dateLine = checked(date.control);
  const clockLine = faultLine();
  const clock = radios(
    { legend: [say.when.clock], needed: true, fault: clockLine },
    optionsOf(SHIP_CLOCK, say.when.clocks),
    (value) => {
      draft.clock = value;
      changed();
    },
  );
  const exact = h("div", { class: "two exact" }, h("div", {}, date.node, dateLine.line), clock);
  node.append(exact);
  return {
    node,
    refresh: () => {
      exact.hidden = !shown(draft).date;
    },
    checked: {
      when: { control: node, line },
      date: dateLine,
      future: dateLine,
      clock: { control: clock, line: clockLine },
    },
  };
}

export function wherePart({ draft, changed }: Form, place: Part): Part {
  const line = faultLine();
  const group = {
    legend: neededLegend(3, say.where.legend),
    columns: "three",
    look: "q",
    needed: true,
    fault: line,
  } as const;
  const node = radios(group, optionsOf(WHEREABOUTS, choices.where), (value) => {
    draft.where = value;
    changed();
  });
  node.append(place.node);
  return {
    node,
    refresh: () => place.refresh?.(),
    checked: { where: { control: node, line }, ...place.checked },
  };
}
