// @vitest-environment node
import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, it } from "vitest";
import vectors from "~/../../api/domain/data/vectors/padding.json";
import { fromHex, hex, utf8 } from "./bytes";
import { BUCKETS, bucketFor, pad, unpad } from "./padding";
import { sealedSize } from "./sizes";

const buckets: Record<string, number> = vectors.buckets;

describe("padding", () => {
  it("knows the six sizes", () => {
    expect([...BUCKETS]).toEqual(Object.values(vectors.buckets));
  });

  it.each(vectors.cases)(
    "pads $text_bytes bytes to $bucket",
    ({ piece, repeat, text_bytes, bucket, sha256_hex }) => {
      const content = utf8(piece.repeat(repeat));
      expect(content).toHaveLength(text_bytes);
      const padded = pad(content);
      expect(padded).toHaveLength(buckets[bucket] ?? 0);
      expect(hex(sha256(padded))).toBe(sha256_hex);
      expect(hex(sha256(unpad(padded)))).toBe(hex(sha256(content)));
    },
  );

  it.each(vectors.refused)("refuses $why", ({ fill_bytes, prefix_hex, last_byte_hex }) => {
    const whole = new Uint8Array(fill_bytes ?? 0);
    whole.set(fromHex(prefix_hex ?? ""));
    if (last_byte_hex !== undefined) whole.set(fromHex(last_byte_hex), whole.length - 1);
    expect(() => unpad(whole)).toThrow();
  });

  it("has no bucket for what is larger than all", () => {
    expect(bucketFor(16_777_213)).toBeNull();
    expect(() => pad(new Uint8Array(16_777_213))).toThrow();
  });

  it.each(vectors.sealed_sizes)("seals $bucket for $recipients into $sealed_bytes bytes", (expected) => {
    expect(sealedSize(expected.recipients, buckets[expected.bucket] ?? 0)).toBe(expected.sealed_bytes);
  });
});
