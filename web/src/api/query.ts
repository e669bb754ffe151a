import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem";

const retries = 2;

/** Outages and lost lines are worth another try; a refusal is not. */
function worthRetrying(failures: number, error: Error): boolean {
  const problem = asProblem(error);
  return failures < retries && problem?.passing === true;
}

function pause(failures: number, error: Error): number {
  return 1_000 * (asProblem(error)?.wait ?? 2 ** failures);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: worthRetrying, retryDelay: pause, networkMode: "always" },
    mutations: { retry: false, networkMode: "always" },
  },
});
