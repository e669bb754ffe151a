import { afterEach, describe, expect, it, vi } from "vitest";
import { emptyDraft } from "./draft";
import { formStep } from "./form-step";
import { askBeforeLeaving, leaveNow } from "./leave";

const nothing = () => undefined;
const doors = { begun: nothing, next: () => Promise.resolve(), mailbox: nothing, verify: nothing };

function openForm(): void {
  document.body.replaceChildren(
    formStep(emptyDraft(), { demo: false, dutyDesk: "+00 0000 0118" }, doors).node,
  );
}

function write(words: string): void {
  const area = document.querySelector<HTMLTextAreaElement>(".own textarea");
  if (area === null) throw new Error("no place to write");
  area.value = words;
  area.dispatchEvent(new Event("input"));
}

const asks = () => window.onbeforeunload !== null;

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  askBeforeLeaving(false);
});

describe("leaving the page", () => {
  it("is asked about as long as something would be lost", () => {
    openForm();
    expect(asks()).toBe(false);
    write("Both receivers jumped.");
    expect(asks()).toBe(true);
    write("");
    expect(asks()).toBe(false);
    document.querySelector<HTMLInputElement>("input[value=at_sea]")?.click();
    expect(asks()).toBe(true);
  });

  it("is not what the telephone link does, so that a call is not asked about", () => {
    vi.useFakeTimers();
    openForm();
    write("Both receivers jumped.");
    document.querySelector<HTMLAnchorElement>("a.call")?.dispatchEvent(new Event("click"));
    expect(asks()).toBe(false);
    vi.runAllTimers();
    expect(asks()).toBe(true);
  });

  it("is not held up by a question when one has to leave now", () => {
    const gone = vi.spyOn(location, "replace").mockImplementation(nothing);
    openForm();
    write("They are coming.");
    leaveNow();
    expect(asks()).toBe(false);
    expect(gone).toHaveBeenCalledWith("about:blank");
  });
});
