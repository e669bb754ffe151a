import { asProblem } from "~/api/problem";
import { words } from "./words";

/** A refusal in words: by its code, else in the server's own sentence, else in general terms with its number. */
export function explain(error: unknown): { title: string; detail: string | null; requestId: string | null } {
  const problem = asProblem(error);
  const { codes, generic, genericHint, refused } = words.problems;
  if (problem === null) return { title: generic, detail: genericHint, requestId: null };
  const known: Record<string, [string, string | null]> = codes;
  const said = known[problem.code];
  if (said !== undefined) return { title: said[0], detail: said[1], requestId: null };
  if (problem.status >= 400 && problem.status < 500 && problem.detail !== null) {
    return { title: refused, detail: problem.detail, requestId: problem.requestId };
  }
  return { title: generic, detail: genericHint, requestId: problem.requestId };
}
