/** Step 2: the nine words are shown and typed again before anything is sent. */
import { deriveReceipt, drawReceipt, type Receipt, type ReceiptKeys } from "~/lib/sealed/receipt";
import { findWord, givesAwayReceipt } from "~/lib/sealed/receipt-reading";
import { afterWords } from "./after-words";
import { kept } from "./aside";
import { button, h } from "~/lib/light/dom";
import { faultLine, input, setFault } from "./fields";
import { receiptPlate, receiptTools } from "./receipt-plate";
import type { ReportRoom } from "./room";
import { openSending } from "./send-step";

const say = afterWords.receipt;

interface Drawn {
  readonly receipt: Receipt;
  readonly keys: Promise<ReceiptKeys>;
  /** Which word is asked for, from 0. */
  readonly asked: number;
}

function draw(): Drawn {
  const receipt = drawReceipt();
  const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
  return { receipt, keys: deriveReceipt(receipt), asked: random % receipt.words.length };
}

/** One receipt for as long as the page lives: going back and forth must not outdate what was written down. */
let drawn: Drawn | null = null;

function askField(label: string) {
  const { node, control } = input(
    label,
    null,
    { autocapitalize: "none", autocorrect: "off", translate: "no" },
    () => {
      setFault(control, line, "");
    },
  );
  const line = faultLine();
  return { node: h("div", {}, node, line), control, line };
}

function again(room: ReportRoom, { receipt, keys, asked }: Drawn): HTMLElement {
  const word = askField(say.typeWord(asked + 1));
  const check = askField(say.typeCheck);
  const giveaway = h("p", { class: "fault", role: "alert" });
  const send = () => {
    const wordFits = findWord(word.control.value) === receipt.words[asked];
    const checkFits = findWord(check.control.value) === receipt.check;
    const told = givesAwayReceipt(`${room.draft.words} ${room.draft.workaround}`, receipt);
    setFault(word.control, word.line, wordFits ? "" : say.wrongWord(asked + 1));
    setFault(check.control, check.line, checkFits ? "" : say.wrongCheck);
    giveaway.textContent = told ? say.giveaway : "";
    if (!wordFits) word.control.focus();
    else if (!checkFits) check.control.focus();
    else if (!told) openSending(room, receipt, keys);
  };
  const go = h("button", { type: "submit", class: "btn go" }, say.send);
  const form = h(
    "form",
    { class: "again", autocomplete: "off", novalidate: true },
    word.node,
    check.node,
    go,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  return h("div", {}, form, giveaway);
}

export async function openReceipt(room: ReportRoom): Promise<void> {
  drawn ??= draw();
  const heading = h("h1", {}, say.title);
  const main = h(
    "div",
    {},
    h("p", { class: "lead" }, say.lead),
    receiptPlate(drawn.receipt),
    receiptTools(drawn.receipt),
    again(room, drawn),
    h("p", { class: "small soft" }, say.once),
    button(afterWords.back, "plain back", room.home),
  );
  const side = h(
    "div",
    { class: "side" },
    kept(say.secret.title, [say.secret.text]),
    kept(say.proof.title, [say.proof.text]),
  );
  const title = h("div", { class: "step" }, heading, h("span", { class: "small soft push" }, say.step));
  room.shell.show({ heading, node: h("div", {}, title, h("div", { class: "g" }, main, side)) });
  await drawn.keys;
}
