import { svg } from "~/lib/light/dom";
import { circle } from "~/lib/light/icons";
import type { WhatHappened } from "~/lib/sealed/vocabulary";

const CHOICE: Record<WhatHappened, string> = {
  screen_locked: "M2 4h16v10H2zM7 17h6M10 14v3",
  position_wrong: `M10 2v6m0 4v6M2 10h6m4 0h6M10 10h.01${circle(10, 10, 6)}`,
  false_message: "M2 4h16v12H2zM2 5l8 6 8-6",
  infected_device: "M7 2h6v6H7zM5 8h10v10H5z",
  system_down: "M10 2v8M5.5 5.2a6.5 6.5 0 1 0 9 0",
  intruder: `${circle(10, 6, 3.5)}M3 18c.5-4 3-6 7-6s6.5 2 7 6`,
  nearly: "M10 2l8 15H2zM10 8v4m0 2.5v.5",
  other: `${circle(10, 10, 8)}M7.7 7.9a2.3 2.3 0 1 1 3.3 2.1c-.7.4-1 .8-1 1.6M10 14v.6`,
};

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
