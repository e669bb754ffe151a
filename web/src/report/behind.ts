/**
 * Fetches what the form does not need yet: the desk's keys first, then the code that seals. The keys prove the
 * line, because a module that failed to load once cannot be asked for again in most browsers.
 */
import type * as After from "./after";
import { askJson, pause } from "~/lib/light/http";

export interface PublicKeys {
  readonly intake: unknown;
  readonly jwks: unknown;
  /** By the page's own clock, which nobody can set back. */
  readonly fetchedAt: number;
}

export async function fetchPublicKeys(): Promise<PublicKeys> {
  const [intake, jwks] = await Promise.all([
    askJson("/api/v1/intake/keys"),
    askJson("/.well-known/jwks.json"),
  ]);
  return { intake, jwks, fetchedAt: performance.now() };
}

export function loadAfter(): Promise<typeof After> {
  return import("./after");
}

export interface Behind {
  readonly after: typeof After;
  readonly keys: PublicKeys;
}

const PAUSES_MS = [2_000, 5_000, 10_000, 20_000];

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let round = 0; ; round += 1) {
    try {
      return await attempt();
    } catch {
      await pause(PAUSES_MS[Math.min(round, PAUSES_MS.length - 1)] ?? 0);
    }
  }
}

let started: Promise<Behind> | null = null;

/** Starts once, at the first sign that somebody answers. Waits for a line as long as it takes. */
export function prepare(): Promise<Behind> {
  started ??= patiently(fetchPublicKeys).then(async (keys) => ({ keys, after: await loadAfter() }));
  started.catch(() => {
    started = null;
  });
  return started;
}
