/** Signs like the server, with a key that everybody knows. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { gzipSync } from "node:zlib";
import { base64, bytesOf, utf8 } from "~/lib/sealed/bytes";
import type { SigningKey } from "~/lib/sealed/signing-keys";
import type { Purpose } from "./status-list";

const secret = bytesOf(new Uint8Array(32).fill(7));
export const issuer = "https://bellbuoy.example";
export const lists = "/api/v1/status-lists/1";
export const key: SigningKey = { kid: "seven", publicKey: bytesOf(ed25519.getPublicKey(secret)) };

export function base64url(bytes: Uint8Array): string {
  return base64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

export function sign(payload: unknown, header: object = {}): string {
  const head = { alg: "EdDSA", kid: key.kid, typ: "vc+jwt", ...header };
  const text = [head, payload].map((part) => base64url(utf8(JSON.stringify(part)))).join(".");
  return `${text}.${base64url(ed25519.sign(utf8(text), secret))}`;
}

export const index = 9;

export function certificate(change: object = {}) {
  const entry = (statusPurpose: Purpose) => ({
    type: "BitstringStatusListEntry",
    statusPurpose,
    statusListIndex: String(index),
    statusListCredential: `${issuer}${lists}/${statusPurpose.charAt(0)}`,
  });
  return {
    id: `${issuer}/c/BB-C-2026-0417`,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    issuer: { id: issuer, type: ["Profile"], name: "Bellbuoy" },
    validFrom: "2026-03-01T00:00:00Z",
    validUntil: "2029-02-28T23:59:59Z",
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [{ type: "IdentityObject", identityHash: "Marit Vossnes", identityType: "name" }],
      achievement: {
        id: `${issuer}/s/maritime/3#maritime_specialist.principal`,
        name: "Maritime cyber security specialist",
        description: "Principal",
      },
      role: "for Northlight Assurance",
    },
    credentialStatus: [entry("revocation"), entry("suspension")],
    ...change,
  };
}

export function packed(bits: Uint8Array): string {
  return `u${base64url(gzipSync(bits))}`;
}

/** A list with these entries set, signed at a moment and good for a day. */
export function statusList(purpose: Purpose, set: readonly number[], from: string, change: object = {}) {
  const bits = new Uint8Array(16_384);
  for (const at of set) bits[at >> 3] = (bits[at >> 3] ?? 0) | (0x80 >> (at % 8));
  const path = `${issuer}${lists}/${purpose.charAt(0)}`;
  return {
    id: path,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer,
    validFrom: from,
    validUntil: new Date(Date.parse(from) + 86_400_000).toISOString(),
    credentialSubject: {
      id: `${path}#list`,
      type: "BitstringStatusList",
      statusPurpose: purpose,
      encodedList: packed(bits),
    },
    ...change,
  };
}
