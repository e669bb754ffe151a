/** Taking a report back: said in full before it is done, and done only when confirmed. */
import type { ReceiptKeys } from "~/lib/sealed/receipt";
import { afterWords } from "./after-words";
import { button, h, live, text } from "~/lib/light/dom";
import { leaveNow } from "./leave";
import { withdraw } from "./mailbox";
import type { Room } from "./room";
import { words } from "./words";

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

/** Afterwards. Another report begins on a fresh page: this one still holds the answers and words of the old one. */
export function openWithdrawn(room: Room): void {
  const heading = h("h1", {}, say.done.title);
  const doors = h(
    "div",
    { class: "row" },
    h("a", { class: "btn go", href: "/report" }, say.done.another),
    button(words.leave, "", leaveNow),
  );
  const body = h(
    "div",
    {},
    h("p", { class: "lead" }, say.done.text),
    h("p", { class: "lead" }, say.done.next),
    doors,
  );
  const title = h("div", { class: "step" }, heading);
  room.shell.show({ heading, node: h("div", {}, title, h("div", { class: "g" }, body)) });
}
