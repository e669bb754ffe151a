/** Every sealed text is padded to one of six sizes, so that its length says next to nothing. */
import { concat, u32be, type Bytes } from "./bytes";

export const BUCKETS = [4096, 16_384, 262_144, 1_048_576, 4_194_304, 16_777_216] as const;
export const MESSAGE_BUCKET = BUCKETS[0];
const LENGTH_PREFIX = 4;

/** The bucket a content of this many bytes needs; null if it fits in none. */
export function bucketFor(contentLength: number): number | null {
  return BUCKETS.find((bucket) => contentLength + LENGTH_PREFIX <= bucket) ?? null;
}

export function roomIn(bucket: number): number {
  return bucket - LENGTH_PREFIX;
}

export function pad(content: Uint8Array): Bytes {
  const bucket = bucketFor(content.length);
  if (bucket === null) throw new Error("the content is larger than the largest size");
  const rest = new Uint8Array(bucket - LENGTH_PREFIX - content.length);
  return concat(u32be(content.length), content, rest);
}

/** Refuses a size that is no bucket, a length that does not fit, padding that is not empty. */
export function unpad(padded: Uint8Array): Bytes {
  if (!BUCKETS.some((bucket) => bucket === padded.length)) throw new Error("not a padded size");
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const end = LENGTH_PREFIX + length;
  if (end > padded.length) throw new Error("the length does not fit");
  if (padded.subarray(end).some((byte) => byte !== 0)) throw new Error("the padding is not empty");
  return concat(padded.subarray(LENGTH_PREFIX, end));
}
