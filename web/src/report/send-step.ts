/** Step 3: seal, solve, send, and try again for as long as it takes. */
import type { Receipt, ReceiptKeys } from "~/lib/sealed/receipt";
import { sealedSize } from "~/lib/sealed/sizes";
import { afterWords } from "./after-words";
import { fetchPublicKeys } from "./behind";
import { button, h, live, text } from "~/lib/light/dom";
import { sizeOf } from "./draft";
import { fileReport, type Io, type Outcome, type Stage } from "./filing";
import { openFiled } from "./filed-step";
import { pause } from "~/lib/light/http";
import { kilobytes } from "./own-words";
import { openBox } from "./mailbox-step";
import { putParcel, sealDraft, solveFor, type Parcel } from "./parcel";
import type { Holder, ReportRoom } from "./room";

const say = afterWords.sending;
const ORDER = ["sealing", "solving", "sending"] as const;
const TICKS = 24;

function stageList(size: string) {
  const names = { ...say.stages, sending: say.stages.sending(size) };
  const rows = ORDER.map((kind) => {
    const state = h("span", { class: "push soft" }, say.state.waiting);
    return { kind, state, node: h("li", {}, h("span", {}, names[kind]), state) };
  });
  const ticks = Array.from({ length: TICKS }, () => h("b", {}));
  const scale = h("span", { class: "scale", "aria-hidden": "true" }, ...ticks);
  const fill = (share: number) => {
    for (const [at, tick] of ticks.entries()) tick.className = at < share * TICKS ? "y" : "";
  };
  return {
    node: h("div", {}, h("ol", { class: "stages" }, ...rows.map((row) => row.node)), scale),
    show: (stage: Stage) => {
      const active = stage.kind === "waiting" ? "sending" : stage.kind;
      const now = ORDER.indexOf(active);
      const busy = stage.kind === "waiting" ? say.state.paused : say.state.active;
      for (const [at, row] of rows.entries()) {
        row.node.className = at < now ? "y" : at === now ? "now1" : "";
        text(row.state, at < now ? say.state.done : at === now ? busy : say.state.waiting);
      }
      // The puzzle is luck: after as many tries as it takes on average, two thirds of the bar.
      const luck = stage.kind === "solving" ? 1 - Math.exp(-stage.tried / 2 ** stage.bits) : 0;
      fill(active === "sending" ? 0.92 : 0.08 + 0.8 * luck);
    },
  };
}

function refusal(outcome: Exclude<Outcome, { kind: "filed" }>): string {
  switch (outcome.kind) {
    case "already":
      return say.refused.already;
    case "unsigned":
      return say.refused.unsigned;
    case "no_epoch":
      return say.refused.noEpoch;
    case "refused":
      return outcome.detail === null ? say.refused.unknown : say.refused.other(outcome.detail);
  }
}

function mailboxDoor(room: ReportRoom, mine: Holder): HTMLElement {
  return button(afterWords.filed.mailbox, "go", () => {
    openBox(room, mine, { filed: true });
  });
}

export function openSending(room: ReportRoom, receipt: Receipt, receiptKeys: Promise<ReceiptKeys>): void {
  const bucket = sizeOf(room.draft)?.bucket ?? 0;
  const stages = stageList(kilobytes(sealedSize(2, bucket)));
  const note = live();
  let wake: (() => void) | null = null;
  const now = button(say.now, "", () => wake?.());
  now.hidden = true;
  const trouble = h("div", { class: "note bad", role: "alert" });
  trouble.hidden = true;

  const tell = (stage: Stage) => {
    stages.show(stage);
    now.hidden = stage.kind !== "waiting";
    if (stage.kind !== "waiting") text(note, "");
    else text(note, stage.busy ? say.busy(stage.seconds) : say.retry(stage.seconds));
  };
  let parcel: Parcel | null = null;
  const io: Io = {
    freshKeys: fetchPublicKeys,
    now: () => performance.now(),
    // Sealed once: also what is tried again by hand must be the same report.
    seal: async (keys) => (parcel ??= await sealDraft(room.draft, await receiptKeys, keys)),
    solve: (keys, { id, sealed }, told) => solveFor(keys, id, sealed, told),
    put: putParcel,
    pause: (seconds) =>
      pause(seconds * 1000, (resume) => {
        wake = resume;
      }),
  };
  const back = button(afterWords.back, "plain", room.home);
  const refuse = (reason: string, way: HTMLElement) => {
    trouble.replaceChildren(
      h("p", { class: "strong" }, say.refused.title),
      h("p", {}, reason),
      h("div", { class: "row" }, way, back),
    );
    trouble.hidden = false;
  };
  const again = () => button(say.refused.again, "", () => void run());
  const run = async () => {
    trouble.hidden = true;
    try {
      const [outcome, keys] = await Promise.all([fileReport(room.keys, io, tell), receiptKeys]);
      const mine = { receipt, keys };
      if (outcome.kind === "filed") openFiled(room, mine, outcome);
      else if (outcome.kind === "already") refuse(refusal(outcome), mailboxDoor(room, mine));
      else refuse(refusal(outcome), again());
    } catch {
      refuse(say.refused.unknown, again());
    }
  };

  const heading = h("h1", {}, say.title);
  const title = h("div", { class: "step" }, heading, h("span", { class: "small soft push" }, say.step));
  const body = h(
    "div",
    { class: "sending" },
    stages.node,
    note,
    now,
    h("p", { class: "small soft" }, say.same),
    trouble,
  );
  room.shell.show({ heading, node: h("div", {}, title, h("div", { class: "g" }, body)) });
  void run();
}
