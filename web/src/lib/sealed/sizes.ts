/** How large a sealed file is: an age v1 file with X25519 recipients only has a size known beforehand. */

const VERSION_LINE = 22;
const STANZA = 98;
const FOOTER = 48;
const NONCE = 16;
const CHUNK = 65_536;
const TAG = 16;

export function sealedSize(recipients: number, paddedLength: number): number {
  const header = VERSION_LINE + STANZA * recipients + FOOTER;
  return header + NONCE + paddedLength + TAG * Math.ceil(paddedLength / CHUNK);
}
