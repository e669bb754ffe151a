/** What of this page stays on the device, as of when, and the button that takes it away. */
import { button, h, live, text } from "~/lib/light/dom";
import type { Inventory } from "./holdings";
import { forget, type Kept } from "./keeping";
import { ageOf, whenOf } from "./when";
import { words } from "./words";

const say = words.kept;

export interface KeptView {
  readonly node: HTMLElement;
  readonly show: (inventory: Inventory) => void;
  readonly page: (state: Kept) => void;
}

function listState({ listsAsOf, until }: Inventory, now: number): string {
  if (listsAsOf === null || until === null) return say.never;
  const when = say.of(whenOf(listsAsOf, now));
  return now > until ? `${when}, ${say.stale(ageOf(listsAsOf, now))}` : when;
}

export function keptView(getList: () => Promise<boolean>): KeptView {
  const [page, keys, list] = [h("dd"), h("dd"), h("dd")];
  const note = live("small soft");
  const fetching = button(words.act.list(null), "", () => {
    text(note, words.act.getting);
    void getList().then((got) => text(note, got ? "" : words.act.noLine));
  });
  let forgotten = false;
  const newer = button(say.load, "", () => location.reload());
  newer.hidden = true;
  const forgetting = button(say.forget, "plain", () => {
    forgotten = true;
    void forget().then(() => {
      text(page, say.pageState.forgotten);
      text(note, say.forgotten);
      forgetting.disabled = true;
      newer.hidden = true;
    });
  });
  forgetting.disabled = true;
  const state = h(
    "dl",
    { class: "kv small" },
    h("dt", {}, say.page),
    page,
    h("dt", {}, say.keys),
    keys,
    h("dt", {}, say.list),
    list,
  );
  return {
    node: h(
      "section",
      { class: "kept", "aria-labelledby": "kept" },
      h("h2", { id: "kept" }, say.title),
      h("p", { class: "small" }, say.text),
      state,
      h("div", { class: "row" }, newer, fetching, forgetting),
      note,
    ),
    show: (inventory) => {
      const now = Date.now();
      const { keysAsOf, bytes } = inventory;
      text(keys, keysAsOf === null ? say.never : say.of(whenOf(keysAsOf, now)));
      text(list, listState(inventory, now));
      text(fetching, words.act.list(bytes === 0 ? null : words.size(bytes)));
    },
    page: (kept) => {
      if (forgotten) return;
      text(page, say.pageState[kept]);
      newer.hidden = kept !== "newer";
      forgetting.disabled = kept === "unable";
    },
  };
}
