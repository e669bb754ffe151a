/** Checks a filing proof in the browser, with the public keys fetched once. */
import { textOf } from "~/lib/sealed/bytes";
import { checkProof, openProof, readOpening, readProof, type FilingProof } from "~/lib/sealed/proof";
import { readSigningKeys, type SigningKey } from "~/lib/sealed/signing-keys";
import { afterWords } from "./after-words";
import { kept } from "./aside";
import { button, h, live, text } from "~/lib/light/dom";
import { textarea } from "./fields";
import { inFours } from "./fours";
import { askJson } from "~/lib/light/http";
import { monthName } from "./moments";
import type { Room } from "./room";

const say = afterWords.verify;

function parse(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    return value;
  } catch {
    return null;
  }
}

function pasteField(label: string, optional: boolean) {
  const area = textarea({ rows: 4, dir: "ltr", class: "field mono" }, () => undefined);
  const file = h("input", { type: "file", accept: "application/json,.json", class: "vh" });
  file.addEventListener("change", () => {
    void file.files?.[0]?.text().then((content) => {
      area.value = content;
    });
  });
  const choose = h("label", { class: "btn file" }, file, say.file);
  const caption = h(
    "span",
    {},
    h("b", {}, label),
    optional ? h("span", { class: "soft" }, ` ${say.optional}`) : null,
  );
  return { node: h("div", { class: "paste" }, h("label", { class: "stack" }, caption, area), choose), area };
}

interface Verdict {
  readonly look: "good" | "bad";
  readonly title: string;
  readonly text: string;
  readonly more?: readonly HTMLElement[];
}

/** What the second text shows, if one was given. */
function openingView(proof: FilingProof, given: string): HTMLElement[] {
  if (given.trim() === "") return [];
  const opening = readOpening(parse(given));
  if (opening === null) return [h("p", { class: "fault" }, say.badOpening)];
  const report = openProof(proof, opening);
  if (report === null) return [h("p", { class: "fault" }, say.notOpened)];
  const pretty = JSON.stringify(parse(textOf(report)), null, 2);
  return [h("p", {}, say.opened), h("pre", { class: "mono", tabindex: 0, dir: "ltr" }, pretty)];
}

async function judge(keys: readonly SigningKey[], given: string, opening: string): Promise<Verdict> {
  const proof = readProof(parse(given));
  if (proof === null) return { look: "bad", title: say.unknownKey, text: say.malformed };
  switch (await checkProof(proof, keys)) {
    case "good": {
      const fingerprint = h("p", { class: "mono small" }, h("bdi", {}, inFours(proof.commitment)));
      const more = [fingerprint, ...openingView(proof, opening)];
      return { look: "good", title: say.good, text: say.goodText(monthName(proof.month)), more };
    }
    case "bad":
      return { look: "bad", title: say.bad, text: say.badText };
    case "unknown_key":
      return { look: "bad", title: say.unknownKey, text: say.unknownKeyText };
  }
}

function verdictView({ look, title, text: reason, more }: Verdict): HTMLElement {
  const sign = look === "good" ? "✓" : "×";
  const head = h("p", { class: `verdict ${look}` }, h("span", { "aria-hidden": "true" }, sign), ` ${title}`);
  return h(
    "div",
    { class: "neat" },
    h("div", { class: "result" }, head, h("p", {}, reason), ...(more ?? [])),
  );
}

/** Fetched once in the life of the page. */
let keys: Promise<SigningKey[]> | null = null;

function fetchKeys(): Promise<SigningKey[]> {
  keys ??= askJson("/.well-known/jwks.json").then(readSigningKeys);
  keys.catch(() => {
    keys = null;
  });
  return keys;
}

export function openVerify(room: Room): void {
  const proof = pasteField(say.label, false);
  const opening = pasteField(say.openingLabel, true);
  const note = live("small soft");
  const result = h("div", { role: "status", "aria-live": "polite" });
  const ready = () =>
    fetchKeys().then(
      (found) => {
        text(note, say.haveKeys);
        return found;
      },
      () => {
        text(note, say.noKeys);
        return null;
      },
    );
  const check = async () => {
    const found = await ready();
    if (found === null) return;
    result.replaceChildren(verdictView(await judge(found, proof.area.value, opening.area.value)));
  };
  void ready();
  const heading = h("h1", {}, say.title);
  const go = button(say.check, "go", () => void check());
  const main = h(
    "div",
    {},
    h("p", { class: "lead" }, say.lead),
    proof.node,
    opening.node,
    h("div", { class: "row" }, go, button(afterWords.open.back, "plain", room.home), note),
    result,
  );
  const side = h(
    "div",
    { class: "side" },
    kept(say.proves.title, say.proves.sentences),
    kept(say.not.title, say.not.sentences),
  );
  room.shell.show({
    heading,
    node: h("div", {}, h("div", { class: "step" }, heading), h("div", { class: "g" }, main, side)),
  });
}
