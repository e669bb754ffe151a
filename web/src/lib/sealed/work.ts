/** Proof of work: a second of computing for the sender, microseconds for the server, nothing keyed by address. */
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, utf8, u64be, uuidBytes, type Bytes } from "./bytes";

const SLICE_MS = 16;
const BATCH = 256;

export interface Work {
  readonly hour: number;
  readonly nonce: number;
}

export function workSeed(hour: number, id: string, sealed: Uint8Array): Bytes {
  const whole = concat(utf8("bellbuoy work v1\n"), u64be(hour), uuidBytes(id), sha256(sealed));
  return concat(sha256(whole));
}

export function leadingZeroBits(digest: Uint8Array): number {
  let bits = 0;
  for (const byte of digest) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}

export function workDone(seed: Uint8Array, nonce: number, bits: number): boolean {
  return leadingZeroBits(sha256(concat(seed, u64be(nonce)))) >= bits;
}

export function workHeader(work: Work): string {
  return `${work.hour}:${work.nonce}`;
}

/** Lets the page draw and listen. A timer would do, but browsers slow timers of pages in the background. */
function breathe(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
}

export interface SolveOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears how many nonces were tried, about sixty times a second. */
  readonly onProgress?: ((tried: number) => void) | undefined;
}

/** Finds the smallest fitting nonce in slices short enough for the page to stay alive. */
export async function solveWork(
  hour: number,
  id: string,
  sealed: Uint8Array,
  bits: number,
  options: SolveOptions = {},
): Promise<Work> {
  const input = concat(workSeed(hour, id, sealed), u64be(0));
  const view = new DataView(input.buffer);
  for (let nonce = 0; ;) {
    options.signal?.throwIfAborted();
    const until = performance.now() + SLICE_MS;
    do {
      for (const end = nonce + BATCH; nonce < end; nonce += 1) {
        view.setUint32(32, Math.floor(nonce / 2 ** 32));
        view.setUint32(36, nonce % 2 ** 32);
        if (leadingZeroBits(sha256(input)) >= bits) return { hour, nonce };
      }
    } while (performance.now() < until);
    options.onProgress?.(nonce);
    await breathe();
  }
}
