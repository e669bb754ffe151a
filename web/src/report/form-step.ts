/** Step 1: what happened, in three answers and whatever else the reporter wants to say. */
import { aside, firstActions } from "./aside";
import { canSeal, type Site } from "./site";
import { faultsOf, isEmpty, type Draft, type Fault } from "./draft";
import { button, h, live, text } from "~/lib/light/dom";
import { askBeforeLeaving } from "./leave";
import { morePart } from "./more";
import { whatPart, whenPart, wherePart } from "./needed";
import { helpPart, meterPart, ownWordsPart } from "./own-words";
import { markFaults, type Form, type Part } from "./parts";
import { placePart } from "./place";
import type { Step } from "./shell";
import { words } from "./words";

const { form: say } = words;

export interface FormDoors {
  /** Somebody began to answer. */
  readonly begun: () => void;
  readonly next: () => Promise<void>;
  readonly mailbox: () => void;
  readonly verify: () => void;
}

function faultSummary(places: ReadonlyMap<Fault, HTMLElement>): HTMLElement[] {
  const items = Array.from(places, ([fault, control]) => {
    const link = button(say.faults[fault], "plain", () => {
      const target = control instanceof HTMLFieldSetElement ? control.querySelector("input") : control;
      control.scrollIntoView({ block: "start" });
      target?.focus();
    });
    return h("li", {}, link);
  });
  return [h("h2", {}, say.faults.title), h("ul", {}, ...items)];
}

interface NextRow {
  readonly node: HTMLElement;
  /** Takes back what has been put right since the last attempt. */
  readonly refresh: () => void;
}

function nextRow(parts: readonly Part[], draft: Draft, doors: FormDoors): NextRow {
  const summary = h("div", { class: "note bad faults", tabindex: -1 });
  summary.hidden = true;
  const note = live("small soft");
  text(note, canSeal() ? say.notSent : say.unsupported);
  const mark = (): boolean => {
    const places = markFaults(parts, faultsOf(draft, new Date()));
    summary.hidden = places.size === 0;
    summary.replaceChildren(...(places.size === 0 ? [] : faultSummary(places)));
    return places.size === 0;
  };
  const wait = async () => {
    go.disabled = true;
    text(note, say.waiting);
    try {
      await doors.next();
      text(note, say.notSent);
    } catch {
      text(note, say.broken);
    }
    go.disabled = false;
  };
  const go = button(say.next, "go", () => {
    if (mark()) void wait();
    else summary.focus();
  });
  go.hidden = !canSeal();
  return {
    node: h("div", { class: "next" }, summary, h("div", { class: "row" }, go, note)),
    refresh: () => {
      if (!summary.hidden) mark();
    },
  };
}

export function formStep(draft: Draft, site: Site, doors: FormDoors): Step {
  const parts: Part[] = [];
  const refresh = () => {
    for (const part of parts) part.refresh?.();
    next.refresh();
  };
  const form: Form = {
    draft,
    changed: () => {
      askBeforeLeaving(!isEmpty(draft));
      refresh();
    },
  };
  parts.push(
    whatPart(form),
    whenPart(form),
    wherePart(form, placePart(form)),
    helpPart(form),
    morePart(form),
    ownWordsPart(form),
    meterPart(form),
  );
  const next = nextRow(parts, draft, doors);
  refresh();
  const questions = h(
    "form",
    { class: "gb", autocomplete: "off" },
    ...parts.map((part) => part.node),
    next.node,
  );
  questions.addEventListener("submit", (event) => {
    event.preventDefault();
  });
  for (const sign of ["pointerdown", "keydown", "change"])
    questions.addEventListener(sign, doors.begun, { once: true });
  const heading = h("h1", {}, say.title);
  const returning = [
    button(words.form.returning.open, "plain", doors.mailbox),
    button(words.form.returning.verify, "plain", doors.verify),
  ];
  const opening = h("div", { class: "ga" }, heading, firstActions(site));
  return { heading, node: h("div", { class: "g f" }, opening, aside(returning), questions) };
}
