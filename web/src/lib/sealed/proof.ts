/** The filing proof: what it commits to, how it is checked. It names neither reporter nor content. */
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, fromBase64, fromHex, hex } from "./bytes";
import { textAt } from "./reading";
import { verifySignature, type SigningKey } from "./signing-keys";

export const PROOF_FORMAT = "bellbuoy-filing-proof-v1";
export const OPENING_FORMAT = "bellbuoy-filing-opening-v1";

export interface FilingProof {
  readonly format: typeof PROOF_FORMAT;
  readonly commitment: string;
  readonly month: string;
  readonly kid: string;
  readonly signature: string;
}

/** What turns a proof that a report was filed into a proof of which one: secret until its holder shows it. */
export interface ProofOpening {
  readonly format: typeof OPENING_FORMAT;
  readonly report: string;
  readonly salt: string;
}

export function commitmentOf(report: Uint8Array, salt: Uint8Array): string {
  return hex(sha256(concat(report, salt)));
}

/** The proof, or null if the document is not one. */
export function readProof(value: unknown): FilingProof | null {
  const [commitment, month] = [textAt(value, "commitment"), textAt(value, "month")];
  const [kid, signature] = [textAt(value, "kid"), textAt(value, "signature")];
  if (textAt(value, "format") !== PROOF_FORMAT || kid === null || signature === null) return null;
  if (commitment === null || !/^[0-9a-f]{64}$/.test(commitment)) return null;
  if (month === null || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return null;
  return { format: PROOF_FORMAT, commitment, month, kid, signature };
}

export function readOpening(value: unknown): ProofOpening | null {
  const [report, salt] = [textAt(value, "report"), textAt(value, "salt")];
  if (textAt(value, "format") !== OPENING_FORMAT || report === null || salt === null) return null;
  return { format: OPENING_FORMAT, report, salt };
}

export function proofText(proof: Pick<FilingProof, "commitment" | "month">): string {
  return `bellbuoy filing proof v1\n${proof.commitment}\n${proof.month}\n`;
}

export function checkProof(
  proof: FilingProof,
  keys: readonly SigningKey[],
): Promise<"good" | "bad" | "unknown_key"> {
  return verifySignature(keys, proof.kid, proof.signature, proofText(proof));
}

/** The report's JSON bytes if the opening belongs to the proof; else null. */
export function openProof(proof: FilingProof, opening: ProofOpening): Uint8Array | null {
  try {
    const report = fromBase64(opening.report);
    return commitmentOf(report, fromHex(opening.salt)) === proof.commitment ? report : null;
  } catch {
    return null;
  }
}
