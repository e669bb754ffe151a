/** The form's controls: real inputs, dressed; each with its legend or label. */
import { box } from "./icons";
import { h, text, uid, type Child } from "~/lib/light/dom";

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: SVGElement;
}

export function optionsOf<V extends string>(values: readonly V[], labels: Record<V, string>): Option<V>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}

export type Columns = "two" | "three";

interface Group {
  readonly legend: readonly Child[];
  readonly columns?: Columns;
  readonly look?: string;
  readonly hint?: string;
  readonly needed?: boolean;
  /** Stands between the legend and the choices. */
  readonly fault?: HTMLElement;
}

function fieldset(group: Group, role: "radiogroup" | null, options: HTMLElement): HTMLFieldSetElement {
  const hint =
    group.hint === undefined ? null : h("p", { class: "small soft hint", id: uid("hint") }, group.hint);
  return h(
    "fieldset",
    {
      class: group.look ?? "sub",
      role,
      "aria-required": group.needed === true ? "true" : null,
      "aria-describedby": hint?.id,
    },
    h("legend", {}, ...group.legend),
    hint,
    group.fault,
    options,
  );
}

function list(columns: Columns | undefined, items: readonly HTMLElement[]): HTMLUListElement {
  return h(
    "ul",
    { class: columns === "three" ? "opts three" : "opts" },
    ...items.map((item) => h("li", {}, item)),
  );
}

function dress(input: HTMLInputElement, option: Option<string>): HTMLLabelElement {
  const icon = input.type === "checkbox" ? box() : option.icon;
  return h("label", { class: "opt" }, input, icon, h("span", {}, option.label));
}

function showState(labels: readonly HTMLLabelElement[]): void {
  for (const label of labels) {
    const input = label.querySelector("input");
    label.classList.toggle("on", input?.checked === true);
  }
}

export function radios<V extends string>(
  group: Group,
  options: readonly Option<V>[],
  pick: (value: V) => void,
  initial: V | null = null,
): HTMLFieldSetElement {
  const name = uid("radio");
  const labels = options.map((option) => {
    const { value } = option;
    const input = h("input", { type: "radio", name, value, checked: value === initial, autocomplete: "off" });
    input.addEventListener("change", () => {
      showState(labels);
      pick(value);
    });
    return dress(input, option);
  });
  showState(labels);
  return fieldset(group, "radiogroup", list(group.columns, labels));
}

export function checkbox(option: Option<string>, toggle: (on: boolean) => void): HTMLLabelElement {
  const input = h("input", { type: "checkbox", value: option.value, autocomplete: "off" });
  const label = dress(input, option);
  input.addEventListener("change", () => {
    showState([label]);
    toggle(input.checked);
  });
  return label;
}

/** Keeps `chosen` in the order of the options. */
export function checkboxes<V extends string>(
  group: Group,
  options: readonly Option<V>[],
  chosen: V[],
  changed: () => void,
): HTMLFieldSetElement {
  const picked = new Set<V>(chosen);
  const labels = options.map((option) =>
    checkbox(option, (on) => {
      if (on) picked.add(option.value);
      else picked.delete(option.value);
      chosen.splice(
        0,
        chosen.length,
        ...options.map(({ value }) => value).filter((value) => picked.has(value)),
      );
      changed();
    }),
  );
  return fieldset(group, null, list(group.columns, labels));
}

interface Labelled<E extends HTMLElement> {
  readonly node: HTMLLabelElement;
  readonly control: E;
}

function labelled<E extends HTMLElement>(label: string, note: string | null, control: E): Labelled<E> {
  const caption = h("span", {}, label, note === null ? null : h("span", { class: "soft" }, ` ${note}`));
  return { node: h("label", {}, caption, control), control };
}

/** A list to choose one from; empty means no answer. */
export function select<V extends string>(
  label: string,
  note: string | null,
  none: string,
  options: readonly Option<V>[],
  pick: (value: V | null) => void,
): Labelled<HTMLSelectElement> {
  const items = options.map(({ value, label: text }) => h("option", { value }, text));
  const control = h(
    "select",
    { class: "field", autocomplete: "off" },
    h("option", { value: "" }, none),
    ...items,
  );
  control.addEventListener("change", () => {
    pick(options.find(({ value }) => value === control.value)?.value ?? null);
  });
  return labelled(label, note, control);
}

export function input(
  label: string,
  note: string | null,
  attributes: Readonly<Record<string, string | number>>,
  type: (value: string) => void,
): Labelled<HTMLInputElement> {
  const control = h("input", { class: "field", autocomplete: "off", spellcheck: "false", ...attributes });
  control.addEventListener("input", () => {
    type(control.value);
  });
  return labelled(label, note, control);
}

/** No spelling service sees what is typed: some send it to their maker. */
export function textarea(
  attributes: Readonly<Record<string, string | number | undefined>>,
  type: (value: string) => void,
) {
  const control = h("textarea", {
    class: "field",
    autocomplete: "off",
    autocorrect: "off",
    spellcheck: "false",
    ...attributes,
  });
  control.addEventListener("input", () => {
    type(control.value);
  });
  return control;
}

/** Where the message about a control will stand. */
export function faultLine(): HTMLParagraphElement {
  const line = h("p", { class: "fault", id: uid("fault") });
  line.hidden = true;
  return line;
}

/** Writes the message and ties it to the control; an empty message takes it away. */
export function setFault(control: HTMLElement, line: HTMLElement, message: string): void {
  text(line, message);
  line.hidden = message === "";
  const described = (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((id) => id !== "" && id !== line.id);
  if (message !== "") described.push(line.id);
  if (described.length > 0) control.setAttribute("aria-describedby", described.join(" "));
  else control.removeAttribute("aria-describedby");
  if (message !== "") control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}
