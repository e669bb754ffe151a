// @vitest-environment node
import { describe, expect, it } from "vitest";
import vectors from "~/../../api/domain/data/vectors/work.json";
import { fromHex, hex } from "./bytes";
import { leadingZeroBits, solveWork, workDone, workHeader, workSeed } from "./work";

describe("proof of work", () => {
  it.each(vectors.cases)(
    "agrees with the server at hour $hour",
    async ({ hour, id, blob_hex, seed_hex, bits, header }) => {
      const sealed = fromHex(blob_hex);
      expect(hex(workSeed(hour, id, sealed))).toBe(seed_hex);
      const work = await solveWork(hour, id, sealed, bits);
      expect(workHeader(work)).toBe(header);
      expect(workDone(fromHex(seed_hex), work.nonce, bits)).toBe(true);
    },
  );

  it("counts leading zero bits", () => {
    expect(leadingZeroBits(fromHex("ff"))).toBe(0);
    expect(leadingZeroBits(fromHex("01"))).toBe(7);
    expect(leadingZeroBits(fromHex("000f"))).toBe(12);
    expect(leadingZeroBits(fromHex("0000"))).toBe(16);
  });

  it("lets the page breathe, and stops when told", async () => {
    const stop = new AbortController();
    const solving = solveWork(1, "00000000-0000-4000-8000-000000000000", new Uint8Array(), 64, {
      signal: stop.signal,
      onProgress: (tried) => {
        if (tried > 1000) stop.abort();
      },
    });
    await expect(solving).rejects.toThrow();
  });
});
