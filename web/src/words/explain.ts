import { asProblem, type ProblemError } from "~/api/problem";
import type { Explained } from "~/ui/ui-words";
import { words } from "./words";

/** Whether the same request may well succeed a moment later. */
function passing(problem: ProblemError): boolean {
  return problem.status === 0 || problem.status === 412 || problem.status === 429 || problem.status >= 500;
}

/** A refusal in words: by its code, else in the server's own sentence, else in general terms with its number. */
export function explain(error: unknown): Explained {
  const problem = asProblem(error);
  const { codes, generic, genericHint, refused } = words.problems;
  if (problem === null) return { title: generic, detail: genericHint, requestId: null, again: true };
  const again = passing(problem);
  const known: Record<string, [string, string | null]> = codes;
  const said = known[problem.code];
  if (problem.faults.length > 0) {
    const details = problem.faults.map((fault) => fault.detail);
    return { title: said?.[0] ?? refused, detail: words.format.list(details), requestId: null, again };
  }
  if (said !== undefined) return { title: said[0], detail: said[1], requestId: null, again };
  const { requestId } = problem;
  return problem.status >= 400 && problem.status < 500 && problem.detail !== null
    ? { title: refused, detail: problem.detail, requestId, again }
    : { title: generic, detail: genericHint, requestId, again };
}
