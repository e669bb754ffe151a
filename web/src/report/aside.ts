/** What is said before anything is asked: first actions, and what is kept. */
import { h } from "~/lib/light/dom";
import { diamond } from "./icons";
import { callAtOnce } from "./leave";
import type { Site } from "./site";
import { words } from "./words";

const { form: say } = words;

export function firstActions(site: Site): HTMLElement {
  const steps = say.now.actions.map((action) => h("li", {}, action));
  const call =
    site.dutyDesk !== "" &&
    callAtOnce(
      h(
        "a",
        { class: "call", href: `tel:${site.dutyDesk.replace(/[^\d+]/g, "")}` },
        say.now.desk,
        h("bdi", {}, site.dutyDesk),
      ),
    );
  return h(
    "section",
    { class: "now", "aria-labelledby": "now" },
    h("h2", { id: "now" }, diamond(), say.now.title),
    h("ol", {}, ...steps),
    call,
    h("p", { class: "call" }, say.now.danger, h("span", {}, say.now.channels)),
  );
}

export function kept(title: string, sentences: readonly string[]): HTMLElement {
  const list = h("ul", { class: "small" }, ...sentences.map((sentence) => h("li", {}, sentence)));
  return h("section", { class: "kept" }, h("h2", {}, title), list);
}

export function aside(doors: readonly HTMLElement[]): HTMLElement {
  const promise = kept(say.kept.title, say.kept.sentences);
  const limits = h(
    "details",
    { class: "limits small" },
    h("summary", {}, say.kept.limits.title),
    h("ul", {}, ...say.kept.limits.sentences.map((sentence) => h("li", {}, sentence))),
  );
  promise.append(limits);
  return h(
    "div",
    { class: "aside" },
    promise,
    h("section", {}, h("h2", {}, say.device.title), h("p", { class: "small soft" }, say.device.text)),
    h("section", {}, h("h2", {}, say.returning.title), h("div", { class: "doors" }, ...doors)),
  );
}
