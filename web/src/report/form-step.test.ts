import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDraft, type Draft } from "./draft";
import { formStep } from "./form-step";

vi.mock("./site", () => ({ canSeal: () => true }));

let draft: Draft;
let node: HTMLElement;
const doors = {
  begun: vi.fn(),
  next: vi.fn(() => Promise.resolve()),
  mailbox: vi.fn(),
  verify: vi.fn(),
};

function control(label: string): HTMLElement {
  const found = Array.from(node.querySelectorAll("label, button, summary")).find((element) =>
    element.textContent.startsWith(label),
  );
  if (!(found instanceof HTMLElement)) throw new Error(`no ${label}`);
  return found.querySelector<HTMLElement>("input, select, textarea") ?? found;
}

function visible(label: string): boolean {
  return control(label).closest("[hidden]") === null;
}

beforeEach(() => {
  vi.clearAllMocks();
  draft = emptyDraft();
  node = formStep(draft, { demo: false, dutyDesk: "+00 0000 0118" }, doors).node;
  document.body.replaceChildren(node);
});

describe("the form", () => {
  it("puts first actions and the telephone before any question", () => {
    const text = node.textContent;
    expect(text.indexOf("If it is happening now")).toBeLessThan(text.indexOf("What happened?"));
    expect(node.querySelector("a.call")?.getAttribute("href")).toBe("tel:+0000000118");
  });

  it("asks for what is missing, beside the question and in a list that leads there", () => {
    control("Next: your receipt").click();
    expect(doors.next).not.toHaveBeenCalled();
    const summary = node.querySelector<HTMLElement>(".faults");
    expect(summary?.hidden).toBe(false);
    expect(document.activeElement).toBe(summary);
    expect(summary?.querySelectorAll("li")).toHaveLength(3);
    const group = control("A system went down").closest("fieldset");
    expect(group?.getAttribute("aria-invalid")).toBe("true");
    expect(document.getElementById(group?.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      "Choose what happened.",
    );
  });

  it("takes a fault back as soon as it is answered, and goes on after the third", () => {
    control("Next: your receipt").click();
    control("A system went down").click();
    expect(node.querySelectorAll(".faults li")).toHaveLength(2);
    control("Today").click();
    control("At sea").click();
    expect(node.querySelector<HTMLElement>(".faults")?.hidden).toBe(true);
    control("Next: your receipt").click();
    expect(doors.next).toHaveBeenCalledTimes(1);
    expect(draft).toMatchObject({ what: "system_down", when: "today", where: "at_sea" });
  });

  it("shows the questions that fit the place", () => {
    expect(visible("Sea area")).toBe(false);
    control("At sea").click();
    expect([visible("Sea area"), visible("Port code")]).toEqual([true, false]);
    control("Ashore").click();
    expect([visible("Sea area"), visible("Port code"), visible("Ship type")]).toEqual([false, true, false]);
  });

  it("explains the call for help before the choice", () => {
    const help = control("Call the duty desk with this report");
    const why = document.getElementById(help.getAttribute("aria-describedby") ?? "");
    expect(why?.textContent).toContain("Read this first.");
    expect(help.compareDocumentPosition(why ?? help) & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy();
  });

  it("starts loading what is behind it only when somebody begins to answer", () => {
    expect(doors.begun).not.toHaveBeenCalled();
    control("Today").click();
    expect(doors.begun).toHaveBeenCalled();
  });

  it("says when what is behind it could not be loaded, and lets try again", async () => {
    doors.next.mockRejectedValueOnce(new Error("line"));
    for (const answer of ["A system went down", "Today", "At sea"]) control(answer).click();
    control("Next: your receipt").click();
    await vi.waitFor(() => {
      expect(node.textContent).toContain("could not be loaded");
    });
    expect(control("Next: your receipt")).toHaveProperty("disabled", false);
  });

  it("asks no browser to remember or to spell-check anything", () => {
    for (const field of node.querySelectorAll("textarea, input:not([type])")) {
      expect(field.getAttribute("autocomplete")).toBe("off");
      expect(field.getAttribute("spellcheck")).toBe("false");
    }
  });
});
