import type { WhatHappened } from "~/lib/sealed/vocabulary";
import { svg } from "./dom";

const MARK = [
  "M6 0h3v2h.6l2.9 9h-10l2.9-9H6zM7.5 4C6.3 4 5.7 4.9 5.7 6.2c0 1.2-.3 1.9-1 2.8h5.6c-.7-.9-1-1.6-1-2.8C9.3 4.9 8.7 4 7.5 4zm-.8 5.7a.8.8 0 0 0 1.6 0z",
  "M.5 12h14l-1.7 3.1a1.7 1.7 0 0 1-1.5.9H3.7a1.7 1.7 0 0 1-1.5-.9z",
  "M11.2.8c2.1 1.3 3.3 3.4 3.5 6h-1.5c-.2-2-1.1-3.6-2.8-4.7z",
];

const CIRCLE = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

const CHOICE: Record<WhatHappened, string> = {
  screen_locked: "M2 4h16v10H2zM7 17h6M10 14v3",
  position_wrong: `M10 2v6m0 4v6M2 10h6m4 0h6M10 10h.01${CIRCLE(10, 10, 6)}`,
  false_message: "M2 4h16v12H2zM2 5l8 6 8-6",
  infected_device: "M7 2h6v6H7zM5 8h10v10H5z",
  system_down: "M10 2v8M5.5 5.2a6.5 6.5 0 1 0 9 0",
  intruder: `${CIRCLE(10, 6, 3.5)}M3 18c.5-4 3-6 7-6s6.5 2 7 6`,
  nearly: "M10 2l8 15H2zM10 8v4m0 2.5v.5",
  other: `${CIRCLE(10, 10, 8)}M7.7 7.9a2.3 2.3 0 1 1 3.3 2.1c-.7.4-1 .8-1 1.6M10 14v.6`,
};

export function mark(): SVGElement {
  const paths = MARK.map((d) => svg("path", { d, "fill-rule": "evenodd" }));
  return svg(
    "svg",
    { viewBox: "0 0 16 16", width: 20, height: 20, fill: "currentColor", "aria-hidden": "true" },
    ...paths,
  );
}

export function choiceIcon(what: WhatHappened): SVGElement {
  return svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: CHOICE[what] }));
}

/** The square of a box that can be ticked; its tick shows by style. */
export function box(): SVGElement {
  return svg(
    "svg",
    { class: "box", viewBox: "0 0 20 20", "aria-hidden": "true" },
    svg("path", { d: "M2.5 2.5h15v15h-15z" }),
    svg("path", { class: "tick", d: "M5.5 10.5l3 3 6-7" }),
  );
}

export function diamond(): SVGElement {
  return svg("svg", { viewBox: "0 0 12 12", "aria-hidden": "true" }, svg("path", { d: "M6 0l6 6-6 6-6-6z" }));
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
    svg("path", { d: CIRCLE(10, 10, 7.5), "stroke-width": 1.5 }),
    svg("path", { d: "M10 2.5a7.5 7.5 0 0 1 0 15z", fill: "currentColor" }),
  );
}
