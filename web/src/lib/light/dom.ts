/** Elements without markup strings: nothing on this page is ever parsed as HTML. */

export type Child = Node | string | null | undefined | false;

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

function fill(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  fill(element, attributes, children);
  return element;
}

export function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const element = h("button", { type: "button", class: `btn ${look}`.trim() }, text);
  element.addEventListener("click", press);
  return element;
}

export function text(element: Element, value: string): void {
  if (element.textContent !== value) element.textContent = value;
}

let counter = 0;

/** An id for wiring labels and descriptions. */
export function uid(stem: string): string {
  counter += 1;
  return `${stem}-${counter}`;
}

/** A polite announcement place; empty at first, so that what is written later is spoken. */
export function live(look = ""): HTMLParagraphElement {
  return h("p", { class: look, role: "status", "aria-live": "polite" });
}
