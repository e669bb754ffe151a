/** Keeps the page itself on this device, so that it opens at a gangway without a line; and forgets it again. */
import { SHELF } from "./shelf";
import { within } from "./within";

declare global {
  interface Window {
    /** Where the policy of the page asks for it, each address of a script passes here. */
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (address: string) => string | null },
      ) => unknown;
    };
  }
}

const PAGE = "/verify";
/** The worker reads this cache by its name. */
const KEPT = "bellbuoy-verify-page";
const WORKER = "/verify-worker.js";
const STARTS_WITHIN_MS = 5_000;

/** Browsers keep both from pages without https. */
export const canKeep = "serviceWorker" in navigator && "caches" in globalThis;

let allowed = canKeep;

/** False once the visitor asked to forget: nothing is kept again before the next visit. */
export function mayKeep(): boolean {
  return allowed;
}

/** The files that a page names, as the build wrote them. */
export function filesOf(page: string): string[] {
  const named = page.matchAll(/(?:src|href)="(\/(?:assets\/[\w.-]+|mark\.svg))"/g);
  return [...new Set(Array.from(named, ([, path = ""]) => path))];
}

/** Page and files change together: the page is written last and the old files are dropped after it. */
async function keepPage(): Promise<readonly string[]> {
  const answer = await fetch(PAGE, { cache: "no-store", credentials: "omit", redirect: "error" });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const page = await answer.clone().text();
  const files = filesOf(page);
  const cache = await caches.open(KEPT);
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(files.filter((path) => !there.has(path)));
  await cache.put(PAGE, answer);
  const old = [...there].filter((path) => path !== PAGE && !files.includes(path));
  await Promise.all(old.map((path) => cache.delete(path)));
  return files;
}

export type Kept = "kept" | "newer" | "unable" | "not_yet";

async function install(): Promise<Kept> {
  if (!canKeep) return "unable";
  const running = filesOf(document.head.innerHTML);
  try {
    if (!navigator.onLine) throw new Error("no line");
    window.trustedTypes?.createPolicy("default", {
      createScriptURL: (address) => (address === WORKER ? address : null),
    });
    await navigator.serviceWorker.register(WORKER, { scope: PAGE });
    const files = await keepPage();
    await within(navigator.serviceWorker.ready, STARTS_WITHIN_MS);
    return running.every((path) => files.includes(path)) ? "kept" : "newer";
  } catch {
    return (await isKept()) ? "kept" : "not_yet";
  }
}

let installing: Promise<unknown> = Promise.resolve();

/** Installs the worker and keeps the page; "newer" where the line has another one than this. */
export function keep(): Promise<Kept> {
  const done = install();
  installing = done;
  return done;
}

export async function isKept(): Promise<boolean> {
  if (!canKeep) return false;
  return (await caches.match(PAGE, { cacheName: KEPT }).catch(() => undefined)) !== undefined;
}

export async function forget(): Promise<void> {
  allowed = false;
  await installing;
  const installed = await navigator.serviceWorker.getRegistrations();
  const ours = installed.filter(({ scope }) => new URL(scope).pathname === PAGE);
  await Promise.all([
    ...ours.map((one) => one.unregister()),
    ...[KEPT, SHELF].map((name) => caches.delete(name)),
  ]);
}
