/** What the QR code of a certificate holds: where to check it, and the signed statement itself, which no server sees. */
export function codeOf(origin: string, verify: string, credential: string): string {
  return `${origin}${verify}#${credential}`;
}

/** Cameras of telephones read codes of this many bytes from a sheet of paper; more would make the cells too small. */
const most = 1_800;

export function fits(code: string): boolean {
  return new TextEncoder().encode(code).length <= most;
}
