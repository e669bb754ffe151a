import createClient, { type Middleware } from "openapi-fetch";
import { ProblemError, toProblem, unreachable } from "./problem";
import type { components, paths } from "./schema";
import { currentSession, freshToken, refresh } from "./session";

export type Schemas = components["schemas"];

async function isAboutPassword(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return toProblem(response, body).code === "wrong_credentials";
}

/** Each request as it would be sent once more. */
const unsent = new WeakMap<Request, Request>();

const bearer: Middleware = {
  async onRequest({ request }) {
    const token = await freshToken();
    if (token === null) return request;
    request.headers.set("authorization", `Bearer ${token}`);
    unsent.set(request, request.clone());
    return request;
  },
  // A token ends when what its holder may do has changed; the session goes on, and the same is asked once more.
  async onResponse({ request, response }) {
    const again = unsent.get(request);
    if (response.status !== 401 || again === undefined) return response;
    if (currentSession().state !== "somebody" || (await isAboutPassword(response))) return response;
    const session = await refresh().catch(() => null);
    if (session?.state !== "somebody") return response;
    again.headers.set("authorization", `Bearer ${session.token}`);
    return fetch(again);
  },
};

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  headers: { accept: "application/json" },
});
api.use(bearer);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

async function answered<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TypeError) throw new ProblemError(0, unreachable);
    throw error;
  }
}

/** The body of a good answer; every other answer is thrown as a `ProblemError`. */
export async function take<T>(asked: Promise<Answer<T>>): Promise<T> {
  return (await takeTagged(asked)).value;
}

/** What was read, with the tag that a change of it must carry in `If-Match`. */
export interface Tagged<T> {
  value: T;
  etag: string;
}

export async function takeTagged<T>(asked: Promise<Answer<T>>): Promise<Tagged<T>> {
  const { data, error, response } = await answered(asked);
  if (!response.ok || data === undefined) throw toProblem(response, error);
  return { value: data, etag: response.headers.get("etag") ?? "" };
}

/** For an answer without a body. */
export async function done(asked: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await answered(asked);
  if (!response.ok) throw toProblem(response, error);
}
