import type { Schemas } from "~/api/client";

type Checkpoint = Schemas["KeptCheckpoint"];

function text(value: unknown, name: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const found: unknown = Reflect.get(value, name);
  return typeof found === "string" ? found : null;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

/** Reads a checkpoint as it was given out; null when the file is something else. Whether it is true the server says. */
export function readCheckpoint(content: string): Checkpoint | null {
  const value = parsed(content);
  const format = text(value, "format");
  const hash = text(value, "hash");
  const hour = text(value, "hour");
  const kid = text(value, "kid");
  const signature = text(value, "signature");
  if (format === null || hash === null || hour === null || kid === null || signature === null) return null;
  const number: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "number") : null;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) return null;
  return { format, number, hash, hour, kid, signature };
}

/** The file under which a checkpoint is kept; it is what the server's own folder has. */
export function writeCheckpoint(checkpoint: Checkpoint): { name: string; content: string } {
  const number = String(checkpoint.number).padStart(12, "0");
  return { name: `bellbuoy-audit-${number}.json`, content: `${JSON.stringify(checkpoint, null, 2)}\n` };
}
