/** Which reasons a step takes, mirroring api/domain/src/certification/words.rs; the API decides. */

const openReasons: readonly string[] = ["under_investigation", "holder_request"];

/** What is still looked into, or asked for by the holder, ends no certificate for good. */
export function isReasonFor(step: string | undefined, reason: string): boolean {
  return step !== "revoke" || !openReasons.includes(reason);
}
