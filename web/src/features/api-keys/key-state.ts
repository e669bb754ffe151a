/** Where a key stands at a moment, from what the API says of it. */
import type { Schemas } from "~/api/client";

type Key = Pick<Schemas["ApiKey"], "expires_at" | "previous_until" | "revoked_at" | "revoked_reason">;

export type KeyState =
  | { kind: "active" }
  /** Rotated a while ago: the secret before is still good. */
  | { kind: "rotated"; until: string }
  | { kind: "expired" }
  | { kind: "revoked"; at: string; reason: string | null };

const dayMs = 86_400_000;
/** Days before the end from which a key is marked. */
export const warnedDays = 14;

export function stateOf(key: Key, now: Date): KeyState {
  const { expires_at: ends, previous_until: until, revoked_at: at, revoked_reason: reason } = key;
  if (at !== null && at !== undefined) return { kind: "revoked", at, reason: reason ?? null };
  if (new Date(ends) <= now) return { kind: "expired" };
  const overlaps = until !== null && until !== undefined && new Date(until) > now;
  return overlaps ? { kind: "rotated", until } : { kind: "active" };
}

/** Whole days until a key ends, where that is soon; null where it is not, or nothing is left to end. */
export function daysLeft(key: Key, now: Date): number | null {
  const { kind } = stateOf(key, now);
  const left = new Date(key.expires_at).getTime() - now.getTime();
  if (kind === "revoked" || kind === "expired" || left > warnedDays * dayMs) return null;
  return Math.floor(left / dayMs);
}

export function endingSoon(keys: readonly Key[], now: Date): number {
  return keys.filter((key) => daysLeft(key, now) !== null).length;
}
