/** The published keys that sign, each for one purpose, and the check of a signature by one of them. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { fromBase64, utf8, type Bytes } from "./bytes";
import { field, itemsOf, textAt } from "./reading";

export interface SigningKey {
  readonly kid: string;
  readonly publicKey: Bytes;
}

/** The keys of a JWKS document for one purpose; keys of other kinds or purposes are left out. */
export function readSigningKeys(jwks: unknown, purpose = "filing_proof"): SigningKey[] {
  const keys: SigningKey[] = [];
  for (const item of itemsOf(field(jwks, "keys"))) {
    const [kid, x] = [textAt(item, "kid"), textAt(item, "x")];
    const fits = textAt(item, "kty") === "OKP" && textAt(item, "crv") === "Ed25519";
    if (!fits || kid === null || x === null || textAt(item, "bellbuoy_purpose") !== purpose) continue;
    const publicKey = fromBase64(x);
    if (publicKey.length === 32) keys.push({ kid, publicKey });
  }
  return keys;
}

async function verifyBySubtle(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, signature, message);
}

/** WebCrypto where it knows Ed25519; else the implementation age brings with it. */
export async function verifySignature(
  keys: readonly SigningKey[],
  kid: string,
  signature: string,
  text: string,
): Promise<"good" | "bad" | "unknown_key"> {
  const key = keys.find((candidate) => candidate.kid === kid);
  if (key === undefined) return "unknown_key";
  try {
    const [bytes, message] = [fromBase64(signature), utf8(text)];
    const good = await verifyBySubtle(key.publicKey, bytes, message).catch(() =>
      ed25519.verify(bytes, message, key.publicKey),
    );
    return good ? "good" : "bad";
  } catch {
    return "bad";
  }
}
