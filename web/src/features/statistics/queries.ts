import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take } from "~/api/client";
import { defined } from "~/lib/defined";
import type { FiguresSearch } from "./search";

export const latestReleaseQuery = queryOptions({
  queryKey: ["statistics", "release", "latest"],
  queryFn: () => take(api.GET("/api/v1/statistics/releases/{id}", { params: { path: { id: "latest" } } })),
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

export function usePublishRelease() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (key: string) =>
      take(api.POST("/api/v1/statistics/releases", { params: { header: { "Idempotency-Key": key } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["statistics"] }),
  });
}
