import createClient, { type Middleware } from "openapi-fetch";
import { ProblemError, toProblem, unreachable } from "./problem";
import type { components, paths } from "./schema";
import { currentSession, freshToken, sessionEnded } from "./session";

export type Schemas = components["schemas"];

const bearer: Middleware = {
  async onRequest({ request }) {
    const token = await freshToken();
    if (token !== null) request.headers.set("authorization", `Bearer ${token}`);
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401 && currentSession().state === "somebody") sessionEnded();
    return response;
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
