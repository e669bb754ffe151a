export interface LetterPart {
  text: string;
  /** Where it leads, on this site only. */
  path: string | null;
}

const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

function pathOf(text: string, origin: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.origin === origin && url.username === "" && url.password === ""
    ? `${url.pathname}${url.search}${url.hash}`
    : null;
}

/** A letter's text, with the addresses of this site as links and all else as it is written. */
export function letterParts(body: string, origin: string): LetterPart[] {
  const parts: LetterPart[] = [];
  let at = 0;
  for (const found of body.matchAll(address)) {
    const [text] = found;
    const path = pathOf(text, origin);
    if (path === null) continue;
    if (found.index > at) parts.push({ text: body.slice(at, found.index), path: null });
    parts.push({ text, path });
    at = found.index + text.length;
  }
  if (at < body.length) parts.push({ text: body.slice(at), path: null });
  return parts;
}
