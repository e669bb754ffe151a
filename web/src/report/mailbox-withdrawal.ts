/** Taking a report back: said in full before it is done, and done only when confirmed. */
import type { ReceiptKeys } from "~/lib/sealed/receipt";
import { afterWords } from "./after-words";
import { button, h, live, text } from "./dom";
import { withdraw } from "./mailbox";

const say = afterWords.mailbox.withdraw;

export function withdrawal(mine: ReceiptKeys, done: () => void): HTMLElement {
  const note = live("small");
  const title = h("h2", { tabindex: -1 }, say.title);
  const keep = () => {
    panel.hidden = true;
    open.hidden = false;
    open.focus();
  };
  const erase = button(say.confirm, "danger", () => {
    erase.disabled = true;
    withdraw(mine).then(done, () => {
      erase.disabled = false;
      text(note, say.failed);
    });
  });
  const panel = h(
    "div",
    { class: "note bad" },
    title,
    h("p", { class: "small" }, say.text),
    h("div", { class: "row" }, erase, button(say.keep, "", keep)),
    note,
  );
  panel.hidden = true;
  const open = button(say.open, "plain", () => {
    panel.hidden = false;
    open.hidden = true;
    title.focus();
  });
  return h("section", { class: "withdraw" }, open, panel);
}
