import { asProblem, type ProblemError } from "~/api/problem";
import type { Explained } from "~/ui/ui-words";
import { words } from "./words";

/** Whether it makes sense to offer the same once more. */
function repeatable(problem: ProblemError): boolean {
  return problem.passing || problem.status === 412 || problem.status >= 500;
}

/** Seconds between two looks where the server has named none. */
const patience = 10;

/** A refusal in words: by its code, else in the server's own sentence, else in general terms with its number. */
export function explain(error: unknown): Explained {
  const problem = asProblem(error);
  const { codes, generic, genericHint, refused } = words.problems;
  if (problem === null)
    return { title: generic, detail: genericHint, requestId: null, again: true, wait: null, every: null };
  const again = repeatable(problem);
  const { wait } = problem;
  const every = problem.passing ? (wait ?? patience) : null;
  const known: Record<string, [string, string | null]> = codes;
  const said = known[problem.code];
  if (problem.faults.length > 0) {
    const details = problem.faults.map((fault) => fault.detail);
    return {
      title: said?.[0] ?? refused,
      detail: words.format.list(details),
      requestId: null,
      again,
      wait,
      every,
    };
  }
  if (said !== undefined) return { title: said[0], detail: said[1], requestId: null, again, wait, every };
  const { requestId } = problem;
  return problem.status >= 400 && problem.status < 500 && problem.detail !== null
    ? { title: refused, detail: problem.detail, requestId, again, wait, every }
    : { title: generic, detail: genericHint, requestId, again, wait, every };
}
