/** The page around the check: the answer first, then the field, then what is kept. */
import { h, live, text } from "~/lib/light/dom";
import { mark } from "~/lib/light/icons";
import { themeButton } from "~/lib/light/theme";
import { demo } from "~/lib/mode";
import { actView, answerView, samples, type Doing } from "./answer-view";
import type { Shown } from "./shown";
import { words } from "./words";

export interface Frame {
  readonly node: HTMLElement;
  readonly busy: () => void;
  readonly show: (shown: Shown, doing: Doing) => void;
  /** Takes the answer away, so that it does not stand beside what it is not about. */
  readonly clear: () => void;
  /** Says how an act under the answer is going. */
  readonly say: (message: string) => void;
}

function header(): HTMLElement {
  return h(
    "header",
    { class: "hd" },
    h("a", { class: "brand", href: "/", "aria-label": words.home }, mark(), words.brand),
    h("span", { class: "push" }),
    themeButton(words.theme),
  );
}

function section(title: string, sentence: string, ...more: readonly HTMLElement[]): HTMLElement {
  return h("section", {}, h("h2", {}, title), h("p", { class: "small" }, sentence), ...more);
}

export function makeFrame(field: HTMLElement, kept: HTMLElement): Frame {
  const lead = h("p", { class: "lead" }, words.lead);
  const answer = h("div", { role: "status", "aria-live": "polite", class: "answered" });
  const acts = h("div", { class: "row acts" });
  const note = live("small soft");
  const another = h("h2", { class: "another" }, words.another);
  const before = samples();
  another.hidden = true;
  const proof = h("a", { href: "/report#verify" }, words.proof);
  const main = h(
    "main",
    { id: "main" },
    h("div", { class: "step" }, h("h1", {}, words.heading)),
    h(
      "div",
      { class: "g" },
      h("div", {}, answer, acts, note, another, lead, field, before),
      h("div", { class: "side" }, kept, section(words.number.title, words.number.text, h("p", {}, proof))),
    ),
  );
  const invented = h("aside", { class: "demo-note" }, h("b", {}, words.demo.title), ` ${words.demo.detail}`);
  const answered = (...content: readonly HTMLElement[]) => {
    answer.replaceChildren(...content);
    acts.replaceChildren();
    text(note, "");
    before.hidden = content.length > 0;
    lead.hidden = content.length > 0;
    another.hidden = content.length === 0;
  };
  return {
    node: h("div", { class: "page" }, header(), demo && invented, main),
    clear: () => answered(),
    busy: () => answered(h("p", { class: "soft" }, words.checking)),
    show: (shown, doing) => {
      answered(answerView(shown));
      acts.replaceChildren(...shown.acts.map((act) => actView(act, doing)));
      scrollTo({ top: 0 });
    },
    say: (message) => text(note, message),
  };
}
