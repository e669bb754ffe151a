import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDraft } from "./draft";
import { openReceipt } from "./receipt-step";
import type { ReportRoom } from "./room";

const openSending = vi.hoisted(() => vi.fn());
vi.mock("./send-step", () => ({ openSending }));

function room(words = ""): ReportRoom {
  return {
    shell: {
      node: document.body,
      show: ({ node }) => {
        document.body.replaceChildren(node);
      },
      say: vi.fn(),
    },
    home: vi.fn(),
    mailbox: vi.fn(),
    draft: { ...emptyDraft(), words },
    keys: { intake: null, jwks: null, fetchedAt: 0 },
  };
}

function shownWords(): string[] {
  return Array.from(document.querySelectorAll(".words li"), (item) => item.firstChild?.textContent ?? "");
}

function type(word: string, check: string): void {
  const [first, second] = document.querySelectorAll<HTMLInputElement>(".again input");
  if (first === undefined || second === undefined) throw new Error("no fields");
  [first.value, second.value] = [word, check];
  document.querySelector<HTMLButtonElement>(".again [type=submit]")?.click();
}

function askedWord(): string {
  const number = Number(/\d/.exec(document.querySelector(".again label")?.textContent ?? "")?.[0]);
  return shownWords()[number - 1] ?? "";
}

beforeEach(() => {
  openSending.mockClear();
});

describe("the receipt", () => {
  it("is nine words, kept out of the reach of translation, and the same after going back", async () => {
    await openReceipt(room());
    const words = shownWords();
    expect(words).toHaveLength(9);
    expect(document.querySelector(".words")?.getAttribute("translate")).toBe("no");
    await openReceipt(room());
    expect(shownWords()).toEqual(words);
  });

  it("must be typed again before anything is sent", async () => {
    await openReceipt(room());
    type("wrong", "words");
    expect(openSending).not.toHaveBeenCalled();
    expect(document.querySelectorAll("[aria-invalid=true]")).toHaveLength(2);
    type(` ${askedWord().toUpperCase()} `, shownWords()[8] ?? "");
    expect(openSending).toHaveBeenCalledTimes(1);
  });

  it("must not stand in the text that is sent", async () => {
    await openReceipt(room());
    const words = shownWords();
    await openReceipt(room(`My words: ${words.join(", ")}`));
    type(askedWord(), words[8] ?? "");
    expect(openSending).not.toHaveBeenCalled();
    expect(document.querySelector("[role=alert]")?.textContent).toContain("receipt’s words");
  });
});
