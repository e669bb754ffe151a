/**
 * Who is signed in. The access token lives in this module's memory only; the refresh token is a cookie that scripts
 * cannot read. One word in local storage remembers that a refresh is worth asking for, so that visitors who never
 * signed in cause no request.
 */
import { useSyncExternalStore } from "react";
import { asProblem, toProblem, ProblemError, unreachable } from "./problem";
import type { components } from "./schema";

export type Account = components["schemas"]["Me"];
type Grant = components["schemas"]["Session"];

export type Session =
  | { state: "unknown" }
  | { state: "nobody"; ended: boolean }
  | { state: "somebody"; account: Account; token: string; expires: number; viewing?: true };

const sessions = "/api/v1/auth/sessions";
const hint = "bellbuoy.signed-in";
const marginMs = 30_000;
const patience = 10;

let session: Session = { state: "unknown" };
let refreshing: Promise<Session> | null = null;
let timer = 0;
const listeners = new Set<() => void>();

function later(ms: number): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void refresh().catch(() => null), Math.max(ms, 1_000));
}

function become(next: Session): Session {
  session = next;
  window.clearTimeout(timer);
  if (next.state === "somebody") {
    localStorage.setItem(hint, "yes");
    later(next.expires - Date.now() - marginMs);
  } else {
    localStorage.removeItem(hint);
  }
  for (const listener of listeners) listener();
  return next;
}

function admit(grant: Grant): Session {
  const expires = Date.now() + grant.expires_in * 1_000;
  return become({ state: "somebody", account: grant.account, token: grant.access_token, expires });
}

/** Looks as somebody else until the token runs out; then, or by `refresh`, the person is themselves again. */
export function look(grant: Grant): void {
  const expires = Date.now() + grant.expires_in * 1_000;
  become({ state: "somebody", account: grant.account, token: grant.access_token, expires, viewing: true });
}

async function ask(path: string, method: "POST" | "DELETE", body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json" };
  // A refresh or a new sign-in does without the token, which may have ended before the session does.
  if (method === "DELETE" && session.state === "somebody")
    headers["authorization"] = `Bearer ${session.token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  try {
    return await fetch(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  } catch {
    throw new ProblemError(0, unreachable);
  }
}

async function grantOf(response: Response): Promise<Grant> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toProblem(response, body);
  if (!isGrant(body)) throw toProblem(response, null);
  return body;
}

function isGrant(body: unknown): body is Grant {
  return typeof body === "object" && body !== null && "access_token" in body && "account" in body;
}

async function renew(): Promise<Session> {
  const before = session.state;
  try {
    return admit(await grantOf(await ask(`${sessions}/refresh`, "POST")));
  } catch (error) {
    const problem = asProblem(error);
    if (problem !== null && problem.status >= 400 && problem.status < 500 && !problem.passing)
      return become({ state: "nobody", ended: before === "somebody" });
    later((problem?.wait ?? patience) * 1_000);
    throw error;
  }
}

/**
 * Renews the access token; tabs that ask at the same moment share one request per tab. An outage ends nothing: it is
 * thrown, and the renewal is tried again later.
 */
export function refresh(): Promise<Session> {
  refreshing ??= renew().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** Who is signed in, once it is known. */
export function settled(): Promise<Session> {
  if (session.state !== "unknown") return Promise.resolve(session);
  if (localStorage.getItem(hint) === null) return Promise.resolve(become({ state: "nobody", ended: false }));
  return refresh();
}

/** `code` is that of the second factor, for who has one. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
}

export async function signIn(given: Credentials): Promise<Account> {
  const grant = await grantOf(await ask(sessions, "POST", given)).catch((error: unknown) => {
    const problem = asProblem(error);
    throw problem?.code === "unavailable"
      ? new ProblemError(503, "sign_in_busy", undefined, problem.wait)
      : error;
  });
  admit(grant);
  return grant.account;
}

export async function signOut(): Promise<void> {
  const answer = await ask(sessions, "DELETE").catch(() => null);
  if (answer?.status === 401 && (await refresh().catch(() => null))?.state === "somebody")
    await ask(sessions, "DELETE").catch(() => null);
  become({ state: "nobody", ended: false });
}

/** Ends every session of the person. Unlike the end of one, it has not happened unless the server says so. */
export async function signOutEverywhere(): Promise<void> {
  await freshToken();
  const answer = await ask("/api/v1/me/sessions", "DELETE");
  if (!answer.ok && answer.status !== 401) {
    const body: unknown = await answer.json().catch(() => null);
    throw toProblem(answer, body);
  }
  become({ state: "nobody", ended: false });
}

/** A token that will still be good when the request arrives. */
export async function freshToken(): Promise<string | null> {
  const left = session.state === "somebody" ? session.expires - Date.now() : Infinity;
  if (left < marginMs / 3) {
    await refresh().catch((error: unknown) => {
      if (left <= 0) throw error;
    });
  }
  return session.state === "somebody" ? session.token : null;
}

export function currentSession(): Session {
  return session;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, currentSession);
}

export function useAccount(): Account | null {
  const now = useSession();
  return now.state === "somebody" ? now.account : null;
}

/** Whether the site is seen as somebody else would see it. */
export function useViewing(): boolean {
  const now = useSession();
  return now.state === "somebody" && now.viewing === true;
}

/** Signed in and nothing but that: a second factor is due, the membership waits, or it or the organisation is suspended. */
export function isGuest(account: Account): boolean {
  const waits = account.role === "member" && (account.organisation ?? null) === null;
  return account.second_factor_missing || waits;
}
