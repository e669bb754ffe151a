import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, done, take, type Schemas } from "~/api/client";
import { registerKey } from "~/api/register";
import { defined } from "~/lib/defined";

const all = [...registerKey, "cpd-entries"];
const pageSize = 50;

export function logQuery(cursor: string | undefined) {
  const query = defined({ limit: pageSize, cursor });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/cpd-entries", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export const standingQuery = queryOptions({
  queryKey: [...all, "summary"],
  queryFn: () => take(api.GET("/api/v1/cpd-entries/summary")),
});

function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: all });
}

interface Saved {
  body: Schemas["CpdEntryDraft"];
  before: { id: string; etag: string } | undefined;
}

export function useSaveEntry() {
  return useMutation({
    mutationFn: ({ body, before }: Saved) =>
      take(
        before === undefined
          ? api.POST("/api/v1/cpd-entries", { body })
          : api.PUT("/api/v1/cpd-entries/{id}", {
              body,
              params: { path: { id: before.id }, header: { "If-Match": before.etag } },
            }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useDeleteEntry() {
  return useMutation({
    mutationFn: ({ id, etag }: { id: string; etag: string }) =>
      done(
        api.DELETE("/api/v1/cpd-entries/{id}", { params: { path: { id }, header: { "If-Match": etag } } }),
      ),
    onSettled: useRefreshed(),
  });
}
