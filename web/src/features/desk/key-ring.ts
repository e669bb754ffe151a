/**
 * The opened desk keys. They live in this module's memory and nowhere else: a reload, signing out or a quarter of an
 * hour without a hand on the device takes them away.
 */
import { useSyncExternalStore } from "react";
import { currentSession } from "~/api/session";
import type { DeskRecipients } from "~/lib/sealed/seal";

export interface SealTo extends DeskRecipients {
  readonly epoch: string;
}

export interface KeyRing {
  /** The account whose passphrase opened it. */
  readonly owner: string;
  /** The analyst's own key, which opens epochs that are added later. */
  readonly identity: string;
  readonly secrets: ReadonlyMap<string, string>;
  /** Null while the current epoch is not open to this analyst: then nothing can be written. */
  readonly to: SealTo | null;
}

export type Closed = "start" | "idle" | "asked";

export type DeskLock =
  | { readonly state: "locked"; readonly why: Closed }
  | { readonly state: "open"; readonly ring: KeyRing; readonly closing: boolean };

export const idleMinutes = 15;
export const warningMinutes = 2;
const minute = 60_000;
const watchEvery = 5_000;

let lock: DeskLock = { state: "locked", why: "start" };
let touched = 0;
let watch = 0;
const listeners = new Set<() => void>();
const forgetters = new Set<() => void>();

function become(next: DeskLock): void {
  lock = next;
  for (const listener of listeners) listener();
}

function touch(): void {
  touched = Date.now();
  if (lock.state === "open" && lock.closing) become({ ...lock, closing: false });
}

function signs(listen: boolean): void {
  for (const sign of ["pointerdown", "keydown"]) {
    if (listen) document.addEventListener(sign, touch, { passive: true });
    else document.removeEventListener(sign, touch);
  }
}

function look(): void {
  if (lock.state !== "open") return;
  const session = currentSession();
  if (
    session.state === "nobody" ||
    (session.state === "somebody" && session.account.id !== lock.ring.owner)
  ) {
    lockDesk("start");
    return;
  }
  const idle = Date.now() - touched;
  const closing = idle > (idleMinutes - warningMinutes) * minute;
  if (idle > idleMinutes * minute) lockDesk("idle");
  else if (closing !== lock.closing) become({ ...lock, closing });
}

export function openDesk(ring: KeyRing): void {
  touched = Date.now();
  if (lock.state === "locked") {
    signs(true);
    watch = window.setInterval(look, watchEvery);
  }
  become({ state: "open", ring, closing: false });
}

/** The same analyst's keys after the desk's have changed; nobody touched anything. */
export function renewRing(ring: KeyRing): void {
  if (lock.state === "open") become({ ...lock, ring });
}

/** Drops the keys and everything that was opened with them. */
export function lockDesk(why: Closed): void {
  signs(false);
  window.clearInterval(watch);
  become({ state: "locked", why });
  for (const forget of forgetters) forget();
}

/** Runs whenever the keys are dropped. */
export function onLock(forget: () => void): void {
  forgetters.add(forget);
}

export function currentLock(): DeskLock {
  return lock;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDeskLock(): DeskLock {
  return useSyncExternalStore(subscribe, currentLock);
}
