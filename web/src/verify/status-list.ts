/** Status lists: one bit for each certificate, of a purpose, signed and good for a while. */
import { concat, fromBase64 } from "~/lib/sealed/bytes";
import { field, itemsOf, textAt } from "~/lib/sealed/reading";

export const PURPOSES = ["revocation", "suspension"] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface StatusList {
  readonly purpose: Purpose;
  /** Its address without the host. */
  readonly path: string;
  /** When it was signed and until when it may be relied on, in milliseconds. */
  readonly from: number;
  readonly until: number;
  readonly bits: Uint8Array;
}

/** One entry hides among so many; a shorter list is none of ours. */
const LEAST_BYTES = 131_072 / 8;
/** A short text can hold a very long list. */
const MOST_BYTES = 1 << 24;

/** The address of a purpose below what both have in common. */
export function listPath(lists: string, purpose: Purpose): string {
  return `${lists}/${purpose.charAt(0)}`;
}

async function unpacked(text: string): Promise<Uint8Array | null> {
  if (!text.startsWith("u")) return null;
  const packed = new Blob([fromBase64(text.slice(1))]).stream();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    length += piece.value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
  }
  return length < LEAST_BYTES ? null : concat(...pieces);
}

function pathOf(address: string | null): string | null {
  try {
    return new URL(address ?? "").pathname;
  } catch {
    return null;
  }
}

/** The list of a payload whose signature was checked before; null unless it is the one of that address. */
export async function readList(payload: unknown, path: string): Promise<StatusList | null> {
  const subject = field(payload, "credentialSubject");
  const purpose = PURPOSES.find((word) => word === textAt(subject, "statusPurpose"));
  const [from, until] = [
    Date.parse(textAt(payload, "validFrom") ?? ""),
    Date.parse(textAt(payload, "validUntil") ?? ""),
  ];
  const fits =
    itemsOf(field(payload, "type")).includes("BitstringStatusListCredential") &&
    textAt(subject, "type") === "BitstringStatusList" &&
    pathOf(textAt(payload, "id")) === path;
  if (!fits || purpose === undefined || !path.endsWith(`/${purpose.charAt(0)}`)) return null;
  if (Number.isNaN(from) || Number.isNaN(until)) return null;
  const bits = await unpacked(textAt(subject, "encodedList") ?? "").catch(() => null);
  return bits === null ? null : { purpose, path, from, until, bits };
}

/** Whether an entry is set, counted from the most significant bit of the first byte; null beyond the end. */
export function isSet({ bits }: StatusList, index: number): boolean | null {
  const byte = bits[Math.floor(index / 8)];
  return byte === undefined ? null : (byte & (0x80 >> (index % 8))) !== 0;
}
