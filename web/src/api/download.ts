import { saveFile } from "~/lib/save-file";
import { ProblemError, toProblem, unreachable } from "./problem";
import { freshToken } from "./session";

/** Fetches an export with the caller's token and hands it to the browser as a file. */
export async function download(path: string, accept: string, name: string): Promise<void> {
  const token = await freshToken();
  const headers: Record<string, string> = { accept };
  if (token !== null) headers["authorization"] = `Bearer ${token}`;
  const response = await fetch(path, { headers }).catch(() => {
    throw new ProblemError(0, unreachable);
  });
  if (!response.ok) throw toProblem(response, await response.json().catch(() => null));
  saveFile(name, await response.blob());
}
