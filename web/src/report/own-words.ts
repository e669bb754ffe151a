/** The free text, the meter that tells what it costs to send, and the call for help. */
import { sealedSize } from "~/lib/sealed/sizes";
import { sizeOf } from "./draft";
import { h, text, uid } from "~/lib/light/dom";
import { checkbox, textarea } from "./fields";
import { checked, type Form, type Part } from "./parts";
import { words } from "./words";

const { form: say } = words;
const BITS_PER_SECOND = 56_000;
const OVERHEAD_BYTES = 600;
const TICKS = 24;

export function helpPart({ draft, changed }: Form): Part {
  const why = h("p", { id: uid("why") }, h("b", {}, say.help.before), ` ${say.help.text}`);
  const choice = checkbox({ value: "help", label: say.help.choose }, (on) => {
    draft.help = on;
    changed();
  });
  choice.querySelector("input")?.setAttribute("aria-describedby", why.id);
  const title = h(
    "h2",
    { id: uid("help") },
    say.help.title,
    " ",
    h("span", { class: "req soft" }, say.optional),
  );
  return { node: h("section", { class: "q help", "aria-labelledby": title.id }, title, why, choice) };
}

export function ownWordsPart({ draft, changed }: Form): Part {
  const hint = h("p", { class: "small soft", id: uid("hint") }, say.own.hint);
  const area = textarea({ id: uid("own"), rows: 5, "aria-describedby": hint.id }, (value) => {
    draft.words = value;
    changed();
  });
  const target = checked(area);
  const label = h(
    "label",
    { class: "lg", for: area.id },
    say.own.legend,
    " ",
    h("span", { class: "req soft" }, say.optional),
  );
  return {
    node: h("section", { class: "q own" }, label, hint, target.line, area),
    checked: { tooLong: target },
  };
}

export function kilobytes(bytes: number): string {
  const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
  const value = bytes / (unit === "kilobyte" ? 1000 : 1_000_000);
  const format = new Intl.NumberFormat(words.locale, {
    style: "unit",
    unit,
    minimumFractionDigits: value < 10 ? 1 : 0,
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
  return format.format(value);
}

export function meterPart({ draft }: Form): Part {
  const used = h("span", { class: "strong used" });
  const time = h("span", { class: "push soft" });
  const note = h("p", { class: "small soft" });
  const offline = h("p", { class: "small strong", role: "status" });
  const ticks = Array.from({ length: TICKS }, () => h("b", {}));
  const node = h(
    "section",
    { class: "meter", "aria-label": say.meter.label },
    h("div", { class: "row small" }, used, time),
    h("span", { class: "scale", "aria-hidden": "true" }, ...ticks),
    note,
    offline,
  );
  const line = () => {
    text(offline, navigator.onLine ? "" : say.meter.offline);
  };
  addEventListener("online", line);
  addEventListener("offline", line);
  const refresh = () => {
    const size = sizeOf(draft);
    line();
    if (size === null) {
      text(note, say.meter.tooLong);
      return;
    }
    const sealed = sealedSize(2, size.bucket);
    const seconds = ((sealed + OVERHEAD_BYTES) * 8) / BITS_PER_SECOND;
    const filled = Math.ceil((size.used / size.room) * TICKS);
    text(used, say.meter.used(kilobytes(size.used), kilobytes(size.room)));
    text(time, say.meter.time(seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)));
    text(
      note,
      size.bucket === 4096 ? say.meter.fixed(kilobytes(sealed)) : say.meter.larger(kilobytes(sealed)),
    );
    for (const [at, tick] of ticks.entries()) tick.className = at < filled ? "y" : "";
  };
  return { node, refresh };
}
