/**
 * The same view as a request that a script can repeat. The token is the caller's own and never written out: it is read
 * from the variable of this name.
 */
export function apiCall(
  path: string,
  accept: string,
  signedIn: boolean,
  variable: "BELLBUOY_TOKEN" | "BELLBUOY_KEY" = "BELLBUOY_TOKEN",
): string {
  const parts = [
    `curl '${new URL(path, window.location.origin).href}'`,
    `-H 'Accept: ${accept}'`,
    ...(signedIn ? [`-H "Authorization: Bearer $${variable}"`] : []),
  ];
  return parts.join(" \\\n  ");
}
