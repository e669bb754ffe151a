/** Bytes over a plain ArrayBuffer, the only kind WebCrypto accepts. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function bytesOf(source: ArrayLike<number> | ArrayBuffer): Bytes {
  return source instanceof ArrayBuffer ? new Uint8Array(source) : Uint8Array.from(source);
}

export function utf8(text: string): Bytes {
  return bytesOf(new TextEncoder().encode(text));
}

/** Throws on bytes that are not UTF-8, so that nothing is read differently from how it was written. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function u32be(value: number): Bytes {
  const out = new Uint8Array(4);
  new DataView(out.buffer).setUint32(0, value);
  return out;
}

/** Exact up to 2^53, far beyond any hour or nonce in use. */
export function u64be(value: number): Bytes {
  return concat(u32be(Math.floor(value / 2 ** 32)), u32be(value % 2 ** 32));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function fromHex(text: string): Bytes {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new Error("not lower-case hex");
  return bytesOf((text.match(/../g) ?? []).map((pair) => parseInt(pair, 16)));
}

export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Accepts both alphabets, with or without padding. */
export function fromBase64(text: string): Bytes {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, ""));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function uuidBytes(id: string): Bytes {
  return fromHex(id.replace(/-/g, ""));
}

export function uuidText(bytes: Uint8Array): string {
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
