import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take } from "~/api/client";
import { asProblem, ProblemError, unreadable } from "~/api/problem";
import { defined } from "~/lib/defined";
import type { FiguresSearch } from "./search";

/** The public figures; null before the first release. */
async function latestRelease() {
  try {
    return await take(api.GET("/api/v1/statistics/releases/{id}", { params: { path: { id: "latest" } } }));
  } catch (error) {
    if (asProblem(error)?.status === 404) return null;
    throw error;
  }
}

export const latestReleaseQuery = queryOptions({
  queryKey: ["statistics", "release", "latest"],
  queryFn: latestRelease,
  staleTime: 5 * 60_000,
});

/** The members' figures as they stand now. */
export function liveQuery(search: FiguresSearch) {
  const query = { ...defined(search), by: search.by ?? "kind" };
  return queryOptions({
    queryKey: ["statistics", "live", query],
    queryFn: () => take(api.GET("/api/v1/statistics/incidents", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

async function publishRelease() {
  const made = await take(api.POST("/api/v1/statistics/releases"));
  // Only who prefers it is answered with a job.
  if (!("as_of" in made)) throw new ProblemError(0, unreadable);
  return made;
}

export function usePublishRelease() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: publishRelease,
    onSuccess: () => cache.invalidateQueries({ queryKey: ["statistics"] }),
  });
}
