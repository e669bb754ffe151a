/** The cursor inside a page link; the server sends whole addresses, the URL of our page keeps the cursor only. */
export function cursorOf(link: string | null | undefined): string | undefined {
  if (link === null || link === undefined || link === "") return undefined;
  const query = link.indexOf("?");
  if (query < 0) return link;
  return new URLSearchParams(link.slice(query + 1)).get("cursor") ?? undefined;
}
