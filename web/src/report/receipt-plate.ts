/** The nine words in their neatline, and the ways to take them along. */
import { receiptLine, type Receipt } from "~/lib/sealed/receipt";
import { afterWords } from "./after-words";
import { button, h, live, svg, text } from "~/lib/light/dom";

const say = afterWords.receipt;

/** Translation programs must leave the words as they are. */
export function receiptPlate(receipt: Receipt): HTMLElement {
  const items = receipt.words.map((word, at) => h("li", { "data-n": at + 1 }, word));
  const check = h("li", { class: "chk", "data-n": "✓" }, receipt.check, h("span", {}, say.check));
  const list = h(
    "ol",
    { class: "words notranslate", translate: "no", lang: "en", dir: "ltr" },
    ...items,
    check,
  );
  return h("div", { class: "neat" }, h("div", {}, h("p", { class: "print-only" }, say.printTitle), list));
}

/** A light code on any ground: scanners want dark on light. */
async function qrCode(content: string): Promise<SVGElement> {
  const { qrOf } = await import("~/lib/qr");
  const { viewBox, d } = qrOf(content);
  return svg(
    "svg",
    { viewBox, role: "img", "aria-label": say.codeLabel, "shape-rendering": "crispEdges" },
    svg("path", { d }),
  );
}

export function receiptTools(receipt: Receipt): HTMLElement {
  const note = live("small");
  const place = h("div", { class: "code" });
  place.hidden = true;
  const copy = button(say.copy, "", () => {
    void navigator.clipboard.writeText(receiptLine(receipt)).then(
      () => text(note, say.copied),
      () => text(note, say.notCopied),
    );
  });
  const print = button(say.print, "", () => {
    window.print();
  });
  const show = button(say.code, "", () => {
    place.hidden = !place.hidden;
    text(show, place.hidden ? say.code : say.hideCode);
    show.setAttribute("aria-expanded", String(!place.hidden));
    if (place.childElementCount > 0) return;
    void qrCode(receiptLine(receipt)).then(
      (code) => place.replaceChildren(code),
      () => text(note, say.codeFailed),
    );
  });
  show.setAttribute("aria-expanded", "false");
  return h("div", { class: "tools" }, h("div", { class: "row" }, copy, print, show), note, place);
}
