/** The way back: nine words, typed as people type. Slips are found here, before any request. */
import { deriveReceipt, type Receipt } from "~/lib/sealed/receipt";
import { readReceipt, tokensOf, type ReceiptReading } from "~/lib/sealed/receipt-reading";
import { afterWords } from "./after-words";
import { button, h, live, text } from "~/lib/light/dom";
import { faultLine, setFault, textarea } from "./fields";
import { fetchMessages } from "./mailbox";
import { openBox } from "./mailbox-step";
import type { Room } from "./room";

const say = afterWords.open;

/** What went wrong, and the text with the likely correction if there is one. */
function advice(reading: Exclude<ReceiptReading, { kind: "read" }>, typed: string): [string, string | null] {
  switch (reading.kind) {
    case "count":
      return [say.count(reading.found), null];
    case "unknown": {
      const fault = say.unknown(reading.at + 1, reading.typed);
      if (reading.near === null) return [fault, null];
      const tokens = tokensOf(typed);
      tokens[reading.at] = reading.near;
      return [`${fault} ${say.near(reading.near)}`, tokens.join(" ")];
    }
    case "check": {
      const at = reading.swapped;
      if (at === null) return [say.mismatch, null];
      const tokens = tokensOf(typed);
      const exchanged = [...tokens.slice(0, at), tokens[at + 1], tokens[at], ...tokens.slice(at + 2)];
      return [`${say.mismatch} ${say.swapped(at + 1, at + 2)}`, exchanged.join(" ")];
    }
  }
}

export function openMailbox(room: Room): void {
  const counted = h("p", { class: "small soft push" }, say.counted(0));
  const note = live();
  const fault = faultLine();
  const correct = h("div", { class: "row" });
  const area = textarea(
    { id: "nine", rows: 3, autocapitalize: "none", translate: "no", dir: "ltr" },
    (value) => {
      text(counted, say.counted(Math.min(tokensOf(value).length, 99)));
      setFault(area, fault, "");
      correct.replaceChildren();
    },
  );
  const open = async (receipt: Receipt) => {
    go.disabled = true;
    text(note, say.opening);
    try {
      const keys = await deriveReceipt(receipt);
      const messages = await fetchMessages(keys);
      area.value = "";
      openBox(room, { receipt, keys }, { filed: false, messages });
    } catch {
      text(note, say.line);
      go.disabled = false;
    }
  };
  const submit = () => {
    text(note, "");
    const reading = readReceipt(area.value);
    if (reading.kind === "read") {
      void open(reading.receipt);
      return;
    }
    const [message, better] = advice(reading, area.value);
    setFault(area, fault, message);
    correct.replaceChildren();
    if (better !== null) {
      const label = reading.kind === "check" ? say.swap : say.use;
      const take = button(label, "", () => {
        area.value = better;
        area.dispatchEvent(new Event("input"));
        area.focus();
      });
      correct.append(take);
    }
    area.focus();
  };
  const go = h("button", { type: "submit", class: "btn go" }, say.open);
  const form = h(
    "form",
    { class: "nine", autocomplete: "off", novalidate: true },
    h("div", { class: "row" }, h("label", { class: "lg", for: area.id }, say.label), counted),
    fault,
    correct,
    area,
    h("div", { class: "row" }, go, button(say.back, "plain", room.home), note),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== area || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  const heading = h("h1", {}, say.title);
  const body = h("div", {}, h("p", { class: "lead" }, say.lead), form);
  const title = h("div", { class: "step" }, heading);
  room.shell.show({ heading, node: h("div", {}, title, h("div", { class: "g" }, body)) });
}
