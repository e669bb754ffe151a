import { saveFile } from "~/lib/save-file";
import { ProblemError, toProblem, unreachable } from "./problem";
import { freshToken } from "./session";

/** Fetches a file with the caller's token, by POST if there is a body, and hands it to the browser. */
export async function download(path: string, accept: string, name: string, body?: unknown): Promise<void> {
  const token = await freshToken();
  const headers: Record<string, string> = { accept };
  if (token !== null) headers["authorization"] = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  const asked = body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) };
  const response = await fetch(path, asked).catch(() => {
    throw new ProblemError(0, unreachable);
  });
  if (!response.ok) throw toProblem(response, await response.json().catch(() => null));
  saveFile(name, await response.blob());
}
