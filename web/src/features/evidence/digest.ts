import { sha256 } from "@noble/hashes/sha2.js";
import { base64, hex } from "@scure/base";

/** SHA-256 of a file: for people in hex, for `Content-Digest` as RFC 9530 writes it. */
export function digestOf(bytes: Uint8Array): { hex: string; told: string } {
  const digest = sha256(bytes);
  return { hex: hex.encode(digest), told: `sha-256=:${base64.encode(digest)}:` };
}
