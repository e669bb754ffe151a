/** An address as people type it, as the API wants it: `line.example` is `https://line.example`. */
export function webAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === "") return null;
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}
