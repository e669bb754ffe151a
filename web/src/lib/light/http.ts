/** Requests that carry nothing but what they say: no cookie, no referrer, no cache. */

const QUIET: RequestInit = {
  credentials: "omit",
  cache: "no-store",
  referrerPolicy: "no-referrer",
  redirect: "error",
};

const PATIENCE_MS = 30_000;
const SLOWEST_BYTES_PER_MS = 2;

export interface Ask extends RequestInit {
  /** Bytes to be carried, so that a slow line gets its time. */
  readonly weight?: number;
}

/** Rejects when there is no line; answers of any status are answers. */
export function ask(path: string, { weight = 0, ...init }: Ask = {}): Promise<Response> {
  const signal = AbortSignal.timeout(PATIENCE_MS + weight / SLOWEST_BYTES_PER_MS);
  return fetch(path, { ...QUIET, ...init, signal });
}

export async function askJson(path: string): Promise<unknown> {
  const response = await ask(path, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const value: unknown = await response.json();
  return value;
}

/** Resolves after the pause, when woken, or at once when the browser says that the line is back. */
export function pause(milliseconds: number, wake?: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
    wake?.(done);
  });
}
