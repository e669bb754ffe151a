/** The same view as a request that a script can repeat. The token is the caller's own and never written out. */
export function apiCall(path: string, accept: string, signedIn: boolean): string {
  const parts = [
    `curl '${new URL(path, window.location.origin).href}'`,
    `-H 'Accept: ${accept}'`,
    ...(signedIn ? [`-H "Authorization: Bearer $BELLBUOY_TOKEN"`] : []),
  ];
  return parts.join(" \\\n  ");
}
