/** What the register says of a number. It takes a line, and the register learns which number was asked for. */
import { ask } from "~/lib/light/http";
import { field, itemsOf, numberAt, textAt } from "~/lib/sealed/reading";
import type { Standing } from "./decide";

export interface Registered {
  readonly number: string;
  readonly name: string;
  readonly discipline: string;
  readonly level: string;
  readonly scheme: string;
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly demo: boolean;
  /** From which day the last step counts, and what everybody may read of it. */
  readonly since: string | null;
  readonly note: string | null;
}

/** Where a number stands, as the register has it. */
export interface Registration {
  readonly kind: Exclude<Standing, "last_seen" | "never_checked"> | "given_back";
  readonly record: Registered;
  readonly asOf: string;
}

export type Found =
  | Registration
  | { readonly kind: "unknown"; readonly asOf: string }
  /** There was no answer, or none that this page can read. */
  | { readonly kind: "no_line" }
  | { readonly kind: "busy"; readonly status: number };

const ANSWERS = {
  valid: "valid",
  suspended: "suspended",
  lapsed: "lapsed",
  revoked: "revoked",
  withdrawn: "given_back",
} as const;

function readRecord(value: unknown): Registered | null {
  const text = (name: string) => textAt(value, name);
  const label = (name: string) => textAt(field(value, name), "label");
  const [number, name, scheme] = [text("number"), textAt(field(value, "holder"), "name"), text("scheme")];
  const [discipline, level] = [label("discipline"), label("level")];
  const [from, to] = [text("valid_from"), text("valid_to")];
  if (number === null || name === null || scheme === null) return null;
  if (discipline === null || level === null || from === null || to === null) return null;
  const last = itemsOf(field(value, "events")).at(-1);
  return {
    number,
    name,
    scheme,
    discipline,
    level,
    from,
    to,
    version: String(numberAt(value, "scheme_version") ?? ""),
    demo: field(value, "demo") === true,
    since: textAt(last, "effective_on"),
    note: textAt(last, "note"),
  };
}

export function readFound(value: unknown): Found {
  const [answer, asOf] = [textAt(value, "answer"), textAt(value, "as_of")];
  if (answer === null || asOf === null) return { kind: "no_line" };
  if (answer === "not_issued" || answer === "tampered") return { kind: "unknown", asOf };
  const record = readRecord(field(value, "certificate"));
  const kind = Object.entries(ANSWERS).find(([word]) => word === answer)?.[1];
  if (record === null || kind === undefined) return { kind: "no_line" };
  const early = kind === "valid" && record.from > asOf.slice(0, 10);
  return { kind: early ? "not_yet" : kind, record, asOf };
}

export async function lookUp(number: string): Promise<Found> {
  if (!navigator.onLine) return { kind: "no_line" };
  try {
    const answer = await ask("/api/v1/certificate-checks", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ number }),
    });
    if (!answer.ok) return { kind: "busy", status: answer.status };
    const value: unknown = await answer.json();
    return readFound(value);
  } catch {
    return { kind: "no_line" };
  }
}
