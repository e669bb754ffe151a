import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem";

const retries = 2;

/** Outages and lost lines are worth another try; a refusal is not. */
function worthRetrying(failures: number, error: Error): boolean {
  const problem = asProblem(error);
  return failures < retries && problem !== null && (problem.status === 0 || problem.status >= 502);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: worthRetrying },
    mutations: { retry: false },
  },
});
