import "./verify.css";
import { ask } from "~/lib/light/http";
import { startTheme } from "~/lib/light/theme";
import { askView } from "./ask-view";
import { answerNow, checkCode, listsOf } from "./check";
import { makeFrame } from "./frame";
import { FIRST_LISTS, makeHoldings } from "./holdings";
import { canKeep, isKept, keep, mayKeep } from "./keeping";
import { keptView } from "./kept-view";
import { numberIn, readNumber } from "./number";
import { lookUp } from "./register";
import { deviceShelf, memoryShelf } from "./shelf";
import { shownOfCode, shownOfNumber, shownOfTypo, type Shown } from "./shown";
import { codeIn } from "./signed";
import { words } from "./words";

async function fetchText(path: string): Promise<string> {
  // Where the browser knows that there is no line, nobody has to wait for it to say so.
  if (!navigator.onLine) throw new Error("no line");
  const answer = await ask(path);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.text();
}

const holdings = makeHoldings(canKeep ? deviceShelf(mayKeep) : memoryShelf(), fetchText);
/** The code that the answer on the page is about; null while it is about a number, or there is none. */
let code: string | null = null;
/** Counts the checks, so that an answer that comes late does not cover a newer one. */
let round = 0;

const kept = keptView(fetchList);
const field = askView(given);
const frame = makeFrame(field.node, kept.node);

function begin(newCode: string | null): () => boolean {
  const mine = (round += 1);
  code = newCode;
  field.fault("");
  frame.busy();
  return () => mine === round;
}

function draw(shown: Shown, again: () => void = () => undefined): void {
  const inventory = holdings.inventory();
  kept.show(inventory);
  frame.show(shown, {
    list: () => {
      frame.say(words.act.getting);
      void fetchList().then((got) => frame.say(got ? "" : words.act.noLine));
    },
    look: (number) => void look(number),
    again,
    size: inventory.bytes === 0 ? null : words.size(inventory.bytes),
  });
}

/** Looks at the same code once more, with what came meanwhile. */
async function redraw(): Promise<void> {
  kept.show(holdings.inventory());
  const same = code;
  if (same === null) return;
  const answer = await answerNow(same, holdings);
  if (code === same) draw(shownOfCode(answer, Date.now()));
}

async function fetchList(): Promise<boolean> {
  const got = await holdings.refresh(code === null ? FIRST_LISTS : await listsOf(code, holdings));
  if (got) await redraw();
  return got;
}

async function check(text: string): Promise<void> {
  const current = begin(text);
  const { answer, late } = await checkCode(text, holdings);
  if (!current()) return;
  draw(shownOfCode(answer, Date.now()));
  if ((await late) && current()) await redraw();
}

async function look(number: string): Promise<void> {
  const current = begin(null);
  field.put(number);
  const found = await lookUp(number);
  if (current()) draw(shownOfNumber(number, found), () => void look(number));
}

/** A number or the text of a code, from the field, the camera or the address. */
function given(value: string): void {
  const text = codeIn(value);
  if (text !== null) {
    void check(text);
    return;
  }
  const read = readNumber(numberIn(value));
  switch (read.kind) {
    case "number":
      void look(read.number);
      break;
    case "check":
      begin(null);
      draw(shownOfTypo(read.number, read.meant, Date.now()));
      break;
    case "form":
      round += 1;
      code = null;
      frame.clear();
      field.fault(words.field.form);
      break;
  }
}

function fromAddress(): void {
  const value = location.hash.slice(1);
  if (value !== "") given(value);
}

/** A check goes first; keeping the page must not take the line from it. */
async function start(): Promise<void> {
  kept.page((await isKept()) ? "kept" : canKeep ? "not_yet" : "unable");
  await holdings.recall();
  kept.show(holdings.inventory());
  fromAddress();
  await holdings.refresh(FIRST_LISTS);
  kept.show(holdings.inventory());
  kept.page(await keep());
}

startTheme();
document.title = words.title;
document.getElementById("verify")?.replaceChildren(frame.node);
addEventListener("hashchange", fromAddress);
void start();
