/** A question folded away behind its name; beside the name stands what has been answered. */
import { shown, type Draft, type Shown } from "./draft";
import { h, text } from "~/lib/light/dom";
import { checkboxes, optionsOf, radios, type Columns } from "./fields";
import type { Form, Part } from "./parts";
import { words } from "./words";

const { form: say } = words;

export interface Fold {
  readonly legend: string;
  readonly body: HTMLElement;
  readonly answer: (draft: Draft) => string;
  readonly when?: (show: Shown) => boolean;
}

export function oneOf<V extends string>(
  { changed }: Form,
  legend: string,
  columns: Columns,
  values: readonly V[],
  labels: Record<V, string>,
  set: (value: V) => void,
  get: (draft: Draft) => V | null,
): Fold {
  const hidden = [h("span", { class: "vh" }, legend)];
  const body = radios({ legend: hidden, columns }, optionsOf(values, labels), (value) => {
    set(value);
    changed();
  });
  return {
    legend,
    body,
    answer: (draft) => {
      const value = get(draft);
      return value === null ? "" : labels[value];
    },
  };
}

export function countOf(labels: readonly string[]): string {
  const [first] = labels;
  if (first === undefined) return "";
  return labels.length === 1 ? first : say.more.chosen(labels.length);
}

export function someOf<V extends string>(
  { changed }: Form,
  legend: string,
  values: readonly V[],
  labels: Record<V, string>,
  chosen: V[],
): Fold {
  const options = optionsOf(values, labels);
  const body = checkboxes({ legend: [h("span", { class: "vh" }, legend)] }, options, chosen, changed);
  return { legend, body, answer: () => countOf(chosen.map((value) => labels[value])) };
}

export function foldPart(draft: Draft, fold: Fold): Part {
  const answer = h("span", { class: "soft answer" });
  const node = h(
    "details",
    { class: "fold" },
    h("summary", {}, h("span", { class: "strong" }, fold.legend), answer),
    h("div", { class: "in" }, fold.body),
  );
  return {
    node,
    refresh: () => {
      const given = fold.answer(draft);
      node.hidden = fold.when !== undefined && !fold.when(shown(draft));
      answer.classList.toggle("given", given !== "");
      text(answer, given === "" ? say.optional : given);
    },
  };
}
