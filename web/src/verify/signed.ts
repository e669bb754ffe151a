/** Statements that one of our keys for certificates signed: JWTs, as the site writes certificates and lists. */
import { fromBase64, textOf } from "~/lib/sealed/bytes";
import { textAt } from "~/lib/sealed/reading";
import { verifySignature, type SigningKey } from "~/lib/sealed/signing-keys";

export type Opened =
  | { readonly kind: "signed"; readonly kid: string; readonly payload: unknown }
  /** Not the form of a signed statement at all. */
  | { readonly kind: "unreadable" }
  /** Signed in a way, or with a key, that is not ours as far as this page knows. */
  | { readonly kind: "foreign" }
  | { readonly kind: "tampered" };

const FORM = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

function json(part: string): unknown {
  try {
    const value: unknown = JSON.parse(textOf(fromBase64(part)));
    return value;
  } catch {
    return undefined;
  }
}

export async function openSigned(text: string, keys: readonly SigningKey[]): Promise<Opened> {
  const [, head = "", body = "", signature = ""] = FORM.exec(text) ?? [];
  const header = json(head);
  const kid = textAt(header, "kid");
  if (textAt(header, "alg") === null) return { kind: "unreadable" };
  const ours = textAt(header, "alg") === "EdDSA" && textAt(header, "typ") === "vc+jwt";
  if (!ours || kid === null) return { kind: "foreign" };
  switch (await verifySignature(keys, kid, signature, `${head}.${body}`)) {
    case "good":
      return { kind: "signed", kid, payload: json(body) };
    case "bad":
      return { kind: "tampered" };
    case "unknown_key":
      return { kind: "foreign" };
  }
}

/** The signed text in what a camera or a clipboard gives: with or without the address in front, broken by lines or not. */
export function codeIn(text: string): string | null {
  const code = text.replace(/\s+/g, "").replace(/^.*#/, "");
  return code.startsWith("eyJ") || code.split(".").length === 3 ? code : null;
}
