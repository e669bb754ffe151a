import { ProblemError, toProblem, unreachable } from "./problem";
import { freshToken } from "./session";

/** Sends a file as it is, with the digest by which the server sees that it was not changed on its way. */
export async function upload(path: string, file: Blob, digest: string): Promise<void> {
  const token = await freshToken();
  const headers: Record<string, string> = { "content-type": file.type, "content-digest": digest };
  if (token !== null) headers["authorization"] = `Bearer ${token}`;
  const response = await fetch(path, { method: "PUT", headers, body: file }).catch(() => {
    throw new ProblemError(0, unreachable);
  });
  if (!response.ok) throw toProblem(response, await response.json().catch(() => null));
}
