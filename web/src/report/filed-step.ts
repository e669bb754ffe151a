/** Afterwards: the filing proof to keep, and the way to the mailbox. */
import { base64, hex } from "~/lib/sealed/bytes";
import { OPENING_FORMAT, type FilingProof, type ProofOpening } from "~/lib/sealed/proof";
import { saveText } from "~/lib/save-file";
import { afterWords } from "./after-words";
import { kept } from "./aside";
import { button, h, live, text } from "~/lib/light/dom";
import type { Outcome } from "./filing";
import { inFours } from "./fours";
import { askBeforeLeaving, leaveNow } from "./leave";
import { openBox } from "./mailbox-step";
import { monthName } from "./moments";
import type { Holder, ReportRoom } from "./room";
import { words } from "./words";

const say = afterWords.filed;

function plate(proof: FilingProof): HTMLElement {
  const line = (name: string, value: string | HTMLElement) => [h("dt", {}, name), h("dd", {}, value)];
  return h(
    "div",
    { class: "neat" },
    h(
      "dl",
      { class: "kv proof" },
      ...line(say.filed, h("b", {}, monthName(proof.month))),
      ...line(say.fingerprint, h("bdi", { class: "mono" }, inFours(proof.commitment))),
      ...line(say.key, h("bdi", { class: "mono" }, proof.kid)),
      ...line(say.signature, h("bdi", { class: "mono cut" }, proof.signature)),
    ),
  );
}

function proofTools(proof: FilingProof): HTMLElement {
  const note = live("small");
  const content = JSON.stringify(proof);
  const download = button(say.download, "", () => {
    saveText("bellbuoy-filing-proof.json", "application/json", content);
  });
  const copy = button(say.copy, "", () => {
    void navigator.clipboard.writeText(content).then(
      () => text(note, say.copied),
      () => text(note, say.notCopied),
    );
  });
  return h("div", { class: "tools" }, h("div", { class: "row" }, download, copy), note);
}

export function openFiled(
  room: ReportRoom,
  mine: Holder,
  { proof, parcel }: Extract<Outcome, { kind: "filed" }>,
): void {
  askBeforeLeaving(false);
  const opening: ProofOpening = {
    format: OPENING_FORMAT,
    report: base64(parcel.report),
    salt: hex(mine.keys.proofSalt),
  };
  const heading = h("h1", {}, say.title);
  const doors = h(
    "div",
    { class: "row doors" },
    button(say.mailbox, "go", () => {
      openBox(room, mine, { filed: true });
    }),
    button(words.leave, "", leaveNow),
  );
  const main = h(
    "div",
    {},
    h("p", { class: "lead" }, room.draft.help ? say.help : say.lead),
    h("h2", { class: "over" }, say.proofTitle),
    plate(proof),
    proofTools(proof),
    h("p", { class: "small soft" }, say.meaning),
    doors,
  );
  const secret = kept(say.opening.title, [say.opening.text]);
  secret.append(
    button(say.opening.download, "", () => {
      saveText("what-i-sent.json", "application/json", JSON.stringify(opening));
    }),
  );
  const title = h("div", { class: "step" }, heading);
  room.shell.show({
    heading,
    node: h("div", {}, title, h("div", { class: "g" }, main, h("div", { class: "side" }, secret))),
  });
}
