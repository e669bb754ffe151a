/** Draws an answer: shape, word and colour, then what the certificate says. Only what we signed gets the neatline. */
import { button, h, svg } from "~/lib/light/dom";
import { mark } from "~/lib/light/icons";
import type { Act, Plate, Shown, Sign } from "./shown";
import { words } from "./words";

/** On a field of twelve by twelve. */
const SIGNS: Record<Sign, string> = {
  tick: "M1 6.5l3.5 3.5L11 2.5",
  clock: "M6 1a5 5 0 1 0 5 5M6 3v3.2l2 1.5",
  bars: "M3.5 1.5v9M8.5 1.5v9",
  cross: "M2 2l8 8M10 2l-8 8",
  late: "M6 1v6.5M6 9.5v1.5",
  early: "M6 1a5 5 0 1 0 .01 0zM6 3v3h2.5",
  square: "M1 1h10v10H1z",
  gap: "M0 6h3.5M8.5 6H12M4.5 9.5l3-7",
};

export function verdict(sign: Sign, tone: string, title: string): HTMLElement {
  const drawn = svg(
    "svg",
    { viewBox: "0 0 12 12", "aria-hidden": "true", class: `sign ${sign}` },
    svg("path", { d: SIGNS[sign] }),
  );
  return h("span", { class: `verdict ${tone}` }, drawn, title);
}

function row(term: string, ...value: (string | HTMLElement)[]): HTMLElement[] {
  return [h("dt", {}, term), h("dd", {}, ...value)];
}

function plateView(plate: Plate): HTMLElement {
  const say = words.plate;
  const days = say.days(words.when.day(plate.from), words.when.day(plate.to));
  const person = plate.number.startsWith("BB-C");
  return h(
    "div",
    { class: "plate" },
    h(
      "div",
      { class: "maker" },
      h("span", { class: "brand" }, mark(), words.brand),
      plate.demo && h("span", { class: "demo" }, say.demo),
    ),
    h(
      "div",
      {},
      h("p", { class: "who", dir: "auto" }, plate.name),
      h("p", {}, `${plate.discipline}, `, h("b", {}, plate.level.toLowerCase())),
    ),
    h(
      "dl",
      { class: "kv" },
      ...row(say.number, h("bdi", { class: "mono" }, plate.number)),
      ...row(say.valid, days),
      ...row(say.scheme, say.version(plate.scheme, plate.version)),
      ...(plate.firm === null ? [] : row(say.firm, plate.firm)),
    ),
    person && h("p", { class: "small soft" }, words.papers),
  );
}

export function answerView(shown: Shown): HTMLElement {
  const said = h(
    "div",
    { class: "said" },
    h("h2", {}, verdict(shown.sign, shown.tone, shown.title)),
    h("p", {}, shown.text),
    ...shown.small.map((line) => h("p", { class: "small soft" }, line)),
  );
  if (shown.plate === undefined) return h("div", { class: `plain-answer ${shown.tone}` }, said);
  return h("div", { class: "neat" }, h("div", {}, said, plateView(shown.plate)));
}

export interface Doing {
  readonly list: () => void;
  readonly look: (number: string) => void;
  readonly again: () => void;
  /** What the list weighs, if it is known. */
  readonly size: string | null;
}

export function actView(act: Act, doing: Doing): HTMLElement {
  const say = words.act;
  switch (act.kind) {
    case "list":
      return button(say.list(doing.size), "", doing.list);
    case "again":
      return button(say.again, "", doing.again);
    case "desk":
      return h("a", { class: "btn", href: "/report" }, say.desk);
    case "record":
      return button(say.record, "", () => doing.look(act.number));
    case "meant":
      return button(say.meant(act.number), "", () => doing.look(act.number));
  }
}

/** The answers that matter most, before there is one. */
export function samples(): HTMLElement {
  const { valid, last_seen: seen, suspended, revoked, not_issued: none } = words.answer;
  const of = (sign: Sign, tone: string, title: string, text: string) =>
    h("li", {}, verdict(sign, tone, title), h("p", {}, text));
  return h(
    "section",
    { class: "samples" },
    h("h2", { class: "small soft" }, words.samples.title),
    h(
      "ul",
      {},
      of("tick", "minor", valid.title, valid.text),
      of("clock", "major", seen.title, words.samples.seen),
      of("bars", "critical", suspended.title, suspended.text),
      of("cross", "critical", revoked.title, words.samples.revoked),
      of("square", "low", none.title, none.text),
    ),
  );
}
