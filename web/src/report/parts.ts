/** A piece of the form: where it stands on the page, and how it follows the answers. */
import { faultLine, setFault } from "./fields";
import type { Draft, Fault } from "./draft";
import { words } from "./words";

/** Something that can be answered wrongly: the control to go to, and the line that says what is wrong. */
export interface Checked {
  readonly control: HTMLElement;
  readonly line: HTMLElement;
}

export interface Part {
  readonly node: HTMLElement;
  /** Shows, hides and relabels after any answer has changed. */
  readonly refresh?: () => void;
  readonly checked?: Readonly<Partial<Record<Fault, Checked>>>;
}

export interface Form {
  readonly draft: Draft;
  readonly changed: () => void;
}

export function checked(control: HTMLElement): Checked {
  return { control, line: faultLine() };
}

/** Says each fault beside its control and takes back those that are gone. */
export function markFaults(parts: readonly Part[], faults: readonly Fault[]): Map<Fault, HTMLElement> {
  const places = new Map<Fault, HTMLElement>();
  for (const part of parts) {
    const messages = new Map<Checked, string>();
    for (const [fault, target] of Object.entries(part.checked ?? {})) {
      const found = faults.find((candidate) => candidate === fault);
      if (found !== undefined) places.set(found, target.control);
      const message = found === undefined ? "" : words.form.faults[found];
      messages.set(target, message === "" ? (messages.get(target) ?? "") : message);
    }
    for (const [target, message] of messages) setFault(target.control, target.line, message);
  }
  return places;
}
