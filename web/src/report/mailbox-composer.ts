/** Writing to the desk: an answer or further facts, in the one size a message has. */
import { jsonBytes } from "~/lib/sealed/seal";
import { MESSAGE_BUCKET, roomIn } from "~/lib/sealed/padding";
import { givesAwayReceipt } from "~/lib/sealed/receipt-reading";
import type { Message } from "~/lib/sealed/report";
import { afterWords } from "./after-words";
import { button, h, live, text } from "~/lib/light/dom";
import { faultLine, setFault, textarea } from "./fields";
import { sendLetter, writeLetter, type Letter } from "./mailbox";
import { openQuestion } from "./mailbox-log";
import type { Holder } from "./room";
import { kilobytes } from "./own-words";

const say = afterWords.mailbox;
type Kind = "answer" | "facts";

export interface Composer {
  readonly node: HTMLElement;
  readonly show: (messages: readonly Message[]) => void;
}

function roomLeft(content: string): number {
  return roomIn(MESSAGE_BUCKET) - jsonBytes(writeLetter("answer", content).message).length;
}

export function composer(mine: Holder, sent: (message: Message) => void): Composer {
  const fault = faultLine();
  const left = h("span", { class: "small soft push" });
  const note = live("small");
  const label = h("label", { class: "strong", for: "letter" });
  let letter: Letter | null = null;

  const area = textarea({ id: "letter", rows: 4 }, (value) => {
    text(left, value === "" ? "" : say.room(kilobytes(Math.max(roomLeft(value), 0))));
    setFault(area, fault, roomLeft(value) < 0 ? say.over : "");
    text(note, "");
  });
  const faultOf = (content: string): string => {
    if (content === "") return say.nothing;
    if (roomLeft(content) < 0) return say.over;
    return givesAwayReceipt(content, mine.receipt) ? say.giveaway : "";
  };
  const busy = (on: boolean) => {
    answer.disabled = on;
    facts.disabled = on;
    area.readOnly = on;
  };
  const send = async (kind: Kind) => {
    const content = area.value.trim();
    const wrong = faultOf(content);
    setFault(area, fault, wrong);
    if (wrong !== "") {
      area.focus();
      return;
    }
    if (letter?.message.text !== content || letter.message.kind !== kind) letter = writeLetter(kind, content);
    busy(true);
    text(note, say.sendingNow);
    try {
      const arrived = await sendLetter(mine.keys, letter);
      text(note, arrived ? say.sent : say.refused);
      if (arrived) {
        const { message } = letter;
        letter = null;
        area.value = "";
        text(left, "");
        sent(message);
        note.tabIndex = -1;
        note.focus();
      }
    } catch {
      text(note, say.failed);
    }
    busy(false);
  };
  const answer = button(say.sendAnswer, "go", () => void send("answer"));
  const facts = button(say.sendFacts, "", () => void send("facts"));
  const form = h("form", { class: "msg write", autocomplete: "off" });
  form.append(
    h("div", { class: "who" }, label, left),
    fault,
    area,
    h("div", { class: "row" }, answer, facts, note),
  );
  return {
    node: form,
    show: (messages) => {
      const asked = openQuestion(messages) !== null;
      text(label, asked ? say.answer : say.facts);
      answer.hidden = !asked;
      facts.classList.toggle("go", !asked);
    },
  };
}
