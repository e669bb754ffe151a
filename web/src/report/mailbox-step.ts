/** The open mailbox. It closes by itself, because people are called away. */
import type { Message } from "~/lib/sealed/report";
import { afterWords } from "./after-words";
import { button, h, live, text } from "~/lib/light/dom";
import { fetchMessages } from "./mailbox";
import { composer } from "./mailbox-composer";
import { aboutEmpty, emptyView, messageView, newsOf, progressList } from "./mailbox-log";
import { openWithdrawn, withdrawal } from "./mailbox-withdrawal";
import type { Holder, Room } from "./room";

const say = afterWords.mailbox;
const IDLE_MINUTES = 15;
const WARNING_MINUTES = 2;
const SIGNS = ["pointerdown", "keydown", "input", "scroll"] as const;

/** Calls `warn` and then `end` unless somebody does something; gives back how to stop watching. */
function watchIdle(warn: (warning: boolean) => void, end: () => void): () => void {
  let timers: ReturnType<typeof setTimeout>[] = [];
  const start = () => {
    timers.forEach(clearTimeout);
    warn(false);
    const minutes = (count: number, then: () => void) => setTimeout(then, count * 60_000);
    timers = [minutes(IDLE_MINUTES - WARNING_MINUTES, () => warn(true)), minutes(IDLE_MINUTES, end)];
  };
  for (const sign of SIGNS) addEventListener(sign, start, { passive: true });
  start();
  return () => {
    timers.forEach(clearTimeout);
    for (const sign of SIGNS) removeEventListener(sign, start);
  };
}

export interface BoxOptions {
  /** The report was sent from this page: we know that it arrived. */
  readonly filed: boolean;
  readonly messages?: readonly Message[];
}

export function openBox(room: Room, mine: Holder, { filed, messages: given }: BoxOptions): void {
  let messages = given ?? [];
  const progress = h("div", {});
  const log = h("div", { class: "log" });
  const note = live("small");
  const idle = live("small strong");

  const write = composer(mine, (sent) => {
    messages = [...messages, sent];
    render();
  });
  const render = () => {
    const known = filed || messages.length > 0;
    progress.replaceChildren(known ? progressList(messages, filed) : emptyView());
    log.replaceChildren(...messages.map(messageView));
    write.show(messages);
  };
  const look = async () => {
    // The same news said twice is heard twice only if something else stood between.
    text(note, say.looking);
    const before = messages;
    try {
      messages = await fetchMessages(mine.keys);
      render();
      text(note, newsOf(before, messages));
    } catch {
      text(note, afterWords.open.line);
    }
  };
  const again = button(say.refresh, "plain", () => void look());
  const shut = button(say.close, "plain", room.mailbox);
  const stop = watchIdle((warning) => {
    text(idle, warning ? say.closing : "");
  }, room.mailbox);

  render();
  if (given === undefined) void look();
  const heading = h("h1", {}, say.title);
  const title = h(
    "div",
    { class: "step" },
    heading,
    h("span", { class: "small soft push" }, say.closes(IDLE_MINUTES)),
  );
  const main = h(
    "div",
    {},
    progress,
    h("div", { class: "row tools" }, again, shut, note),
    idle,
    log,
    write.node,
  );
  const done = () => {
    openWithdrawn(room);
  };
  const side = h("div", { class: "side" }, aboutEmpty(), withdrawal(mine.keys, done));
  room.shell.show({ heading, node: h("div", {}, title, h("div", { class: "g" }, main, side)), close: stop });
}
