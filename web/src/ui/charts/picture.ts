/**
 * A drawing on the page as one SVG file that stands alone: colours resolved, title, numbers and terms inside.
 * Everything is built as nodes, never as markup.
 */
const svgNamespace = "http://www.w3.org/2000/svg";
const kept = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-size",
  "font-weight",
  "text-anchor",
];
const margin = 24;
const headHeight = 56;
const lineHeight = 16;
const characterWidth = 6.2;

function node(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function line(text: string, x: number, y: number, size: number, fill: string, weight = 400): SVGElement {
  const element = node("text", { x, y, "font-size": size, fill, "font-weight": weight });
  element.textContent = text;
  return element;
}

/** SVG text does not wrap by itself. */
function wrapped(text: string, width: number): string[] {
  const room = Math.floor(width / characterWidth);
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function resolveStyles(original: Element, copy: Element): void {
  const style = window.getComputedStyle(original);
  for (const property of kept) {
    const value = style.getPropertyValue(property);
    if (value !== "" && !value.includes("url(")) copy.setAttribute(property, value);
  }
  copy.removeAttribute("class");
  copy.removeAttribute("style");
  [...original.children].forEach((child, at) => {
    const twin = copy.children[at];
    if (twin !== undefined) resolveStyles(child, twin);
  });
}

function placed(drawing: SVGSVGElement, x: number, y: number): Node {
  const copy = drawing.cloneNode(true);
  if (copy instanceof Element) {
    resolveStyles(drawing, copy);
    copy.setAttribute("x", String(x));
    copy.setAttribute("y", String(y));
  }
  return copy;
}

export function picture(
  drawing: HTMLElement,
  { title, subtitle, credit }: { title: string; subtitle: string; credit: string },
): string {
  const frame = drawing.getBoundingClientRect();
  const colours = window.getComputedStyle(document.documentElement);
  const colour = (token: string) => colours.getPropertyValue(token).trim();
  const width = Math.ceil(frame.width) + margin * 2;
  const credits = wrapped(credit, frame.width);
  const foot = Math.ceil(frame.height) + margin + headHeight + 24;
  const height = foot + credits.length * lineHeight + margin / 2;
  const root = node("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    "font-family": window.getComputedStyle(document.body).fontFamily,
  });
  root.append(
    node("rect", { width, height, fill: colour("--paper") }),
    line(title, margin, margin + 16, 16, colour("--ink"), 600),
    line(subtitle, margin, margin + 36, 12, colour("--ink-soft")),
    ...credits.map((text, at) => line(text, margin, foot + at * lineHeight, 12, colour("--ink-soft"))),
  );
  const offset = (element: Element) => {
    const box = element.getBoundingClientRect();
    return { x: box.left - frame.left + margin, y: box.top - frame.top + margin + headHeight };
  };
  for (const svg of drawing.querySelectorAll<SVGSVGElement>("svg[data-plot]")) {
    const { x, y } = offset(svg);
    root.append(placed(svg, x, y));
    if (svg.dataset["plot"] === "framed") {
      const { width: w, height: h } = svg.getBoundingClientRect();
      root.append(node("rect", { x, y, width: w, height: h, fill: "none", stroke: colour("--ink") }));
    }
  }
  for (const caption of drawing.querySelectorAll("[data-caption]")) {
    const { x, y } = offset(caption);
    const style = window.getComputedStyle(caption);
    root.append(line(caption.textContent, x, y + 14, 13, style.color, Number(style.fontWeight)));
  }
  return new XMLSerializer().serializeToString(root);
}
