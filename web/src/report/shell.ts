/** The page around the steps: header, one step at a time, footer. The address never changes. */
import { button, h, live, text } from "~/lib/light/dom";
import { mark } from "~/lib/light/icons";
import { leaveNow } from "./leave";
import type { Site } from "./site";
import { themeButton } from "~/lib/light/theme";
import { words } from "./words";

export interface Step {
  readonly node: HTMLElement;
  /** Gets the focus when the step appears. */
  readonly heading: HTMLElement;
  /** Called when another step takes its place. */
  readonly close?: () => void;
}

export interface Shell {
  readonly node: HTMLElement;
  readonly show: (step: Step) => void;
  /** Says something above the step, whichever it is. */
  readonly say: (message: string) => void;
}

function header(): HTMLElement {
  const language = h(
    "select",
    { class: "lang", "aria-label": words.language.label, autocomplete: "off" },
    h("option", { value: "en" }, words.language.own),
  );
  return h(
    "header",
    { class: "hd" },
    h("span", { class: "brand" }, mark(), words.brand),
    h("span", { class: "push" }),
    themeButton(words.theme),
    language,
    button(words.leave, "quit", leaveNow),
  );
}

function demoNote(): HTMLElement {
  return h("aside", { class: "demo-note" }, h("b", {}, words.demo.title), ` ${words.demo.detail}`);
}

export function makeShell(site: Site): Shell {
  const main = h("main", { id: "main" });
  const note = live("notice");
  const foot = h(
    "footer",
    { class: "foot small soft" },
    words.foot.privacy,
    " ",
    h("a", { href: "/" }, words.foot.home),
  );
  const node = h("div", { class: "page" }, header(), site.demo && demoNote(), note, main, foot);
  let current: Step | null = null;
  return {
    node,
    say: (message) => {
      text(note, message);
    },
    show: (step) => {
      const first = current === null;
      if (current !== step) current?.close?.();
      current = step;
      main.replaceChildren(step.node);
      if (first) return;
      step.heading.tabIndex = -1;
      scrollTo(0, 0);
      step.heading.focus({ preventScroll: true });
    },
  };
}
