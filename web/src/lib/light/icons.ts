import { svg } from "./dom";

const MARK = [
  "M6 0h3v2h.6l2.9 9h-10l2.9-9H6zM7.5 4C6.3 4 5.7 4.9 5.7 6.2c0 1.2-.3 1.9-1 2.8h5.6c-.7-.9-1-1.6-1-2.8C9.3 4.9 8.7 4 7.5 4zm-.8 5.7a.8.8 0 0 0 1.6 0z",
  "M.5 12h14l-1.7 3.1a1.7 1.7 0 0 1-1.5.9H3.7a1.7 1.7 0 0 1-1.5-.9z",
  "M11.2.8c2.1 1.3 3.3 3.4 3.5 6h-1.5c-.2-2-1.1-3.6-2.8-4.7z",
];

export const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export function mark(): SVGElement {
  const paths = MARK.map((d) => svg("path", { d, "fill-rule": "evenodd" }));
  return svg(
    "svg",
    { viewBox: "0 0 16 16", width: 20, height: 20, fill: "currentColor", "aria-hidden": "true" },
    ...paths,
  );
}

/** Light and dark in one disc. */
export function halfDisc(): SVGElement {
  return svg(
    "svg",
    {
      viewBox: "0 0 20 20",
      width: 20,
      height: 20,
      fill: "none",
      stroke: "currentColor",
      "aria-hidden": "true",
    },
    svg("path", { d: circle(10, 10, 7.5), "stroke-width": 1.5 }),
    svg("path", { d: "M10 2.5a7.5 7.5 0 0 1 0 15z", fill: "currentColor" }),
  );
}
