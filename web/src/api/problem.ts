import type { components } from "./schema";

type Problem = components["schemas"]["Problem"];
export type FieldFault = components["schemas"]["Fault"];

/** Codes for what never reached the server or was not an answer of ours. */
export const unreachable = "unreachable";
export const unreadable = "unreadable";

/** A refusal as RFC 9457 states it, or the lack of any answer. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly faults: readonly FieldFault[];
  /** Seconds after which the server wants to be asked again, if it said so. */
  readonly wait: number | null;

  constructor(status: number, code: string, body?: Problem, wait: number | null = null) {
    super(body?.detail ?? body?.title ?? code);
    this.status = status;
    this.code = code;
    this.detail = body?.detail ?? null;
    this.requestId = body?.request_id ?? null;
    this.faults = body?.errors ?? [];
    this.wait = wait;
  }

  /** Nobody refused: the same request may well succeed a moment later. */
  get passing(): boolean {
    return [0, 429, 502, 503, 504].includes(this.status);
  }
}

function waitOf(response: Response): number | null {
  const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return Number.isNaN(seconds) ? null : Math.max(seconds, 1);
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === "object" &&
    body !== null &&
    "code" in body &&
    typeof body.code === "string" &&
    "title" in body &&
    typeof body.title === "string"
  );
}

export function toProblem(response: Response, body: unknown): ProblemError {
  return isProblem(body)
    ? new ProblemError(response.status, body.code, body, waitOf(response))
    : new ProblemError(response.status, unreadable, undefined, waitOf(response));
}

export function asProblem(error: unknown): ProblemError | null {
  return error instanceof ProblemError ? error : null;
}

/** Nothing there, or nothing for whoever asks: the two look the same. */
export function isMissing({ data, error }: { data: unknown; error: unknown }): boolean {
  return data === undefined && asProblem(error)?.status === 404;
}

/** `/services/0/state` → `services.0.state`: the name a form gives to the same field. */
export function fieldOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}
