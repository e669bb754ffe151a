// @vitest-environment node
import { describe, expect, it } from "vitest";
import vectors from "~/../../api/domain/data/vectors/receipt.json";
import { hex } from "./bytes";
import { checkWordOf, deriveReceipt, drawReceipt, receiptLine } from "./receipt";
import { findWord, givesAwayReceipt, readReceipt } from "./receipt-reading";
import { receiptWords } from "./receipt-words";

const faults = { count: "count", unknown_word: "unknown", check_word: "check" };

function receiptOf(phrase: string) {
  const words = phrase.split(" ");
  return { words, check: checkWordOf(words) };
}

describe("the word list", () => {
  it("has 2,048 words that differ in their first four letters", () => {
    expect(receiptWords).toHaveLength(2048);
    expect(new Set(receiptWords.map((word) => word.slice(0, 4))).size).toBe(2048);
  });
});

describe("a receipt", () => {
  it.each(vectors.cases)("leads to the same keys everywhere: $phrase", async (expected) => {
    const receipt = receiptOf(expected.phrase);
    expect(receipt.check).toBe(expected.check_word);
    const keys = await deriveReceipt(receipt);
    expect(keys).toMatchObject({
      locator: expected.locator_hex,
      locatorHash: expected.locator_hash_hex,
      envelopeId: expected.envelope_id,
      mailboxIdentity: expected.mailbox_identity,
      mailboxRecipient: expected.mailbox_recipient,
    });
    expect(hex(keys.proofSalt)).toBe(expected.proof_salt_hex);
  });

  it("is drawn from the list and reads back", () => {
    for (let round = 0; round < 50; round += 1) {
      const receipt = drawReceipt();
      expect(receipt.words).toHaveLength(8);
      expect(readReceipt(receiptLine(receipt))).toEqual({ kind: "read", receipt });
    }
  });
});

describe("reading nine words", () => {
  it.each(vectors.parse)("reads $text", ({ text, phrase, fault }) => {
    const reading = readReceipt(text);
    if (fault === "count" || fault === "unknown_word" || fault === "check_word") {
      expect(reading.kind).toBe(faults[fault]);
    } else {
      expect(reading).toMatchObject({ kind: "read", receipt: { words: phrase?.split(" ") } });
    }
  });

  it("says which two words changed places", () => {
    const reading = readReceipt("boss abuse fly battle rubber wasp afraid hamster comfort");
    expect(reading).toEqual({ kind: "check", swapped: 0 });
  });

  it("says which word is not in the list, and what was probably meant", () => {
    const reading = readReceipt("abuse boss fly batle rubber wasp afraid hamster comfort");
    expect(reading).toEqual({ kind: "unknown", at: 3, typed: "batle", near: "battle" });
  });

  it("takes four letters for a word, and three only where they are the word", () => {
    expect(findWord("Hams")).toBe("hamster");
    expect(findWord(" FLY ")).toBe("fly");
    expect(findWord("ham")).toBeNull();
  });
});

describe("a text with the receipt in it", () => {
  it.each(vectors.occurs_in)("$text", ({ phrase, text, found }) => {
    expect(givesAwayReceipt(text, receiptOf(phrase))).toBe(found);
  });
});
