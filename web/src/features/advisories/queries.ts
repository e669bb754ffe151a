import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, takeTagged, type Schemas } from "~/api/client";
import { defined } from "~/lib/defined";
import type { AdvisoriesSearch } from "./search";

const all = ["advisories"];
const pageSize = 50;

function asQuery({ status, severity, kind, cursor }: AdvisoriesSearch) {
  return defined({
    limit: pageSize,
    status: status?.join(","),
    severity: severity?.join(","),
    kind: kind?.join(","),
    cursor,
  });
}

export function advisoriesQuery(search: AdvisoriesSearch) {
  const query = asQuery(search);
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/advisories", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export const latestAdvisoriesQuery = queryOptions({
  queryKey: [...all, "latest"],
  queryFn: () => take(api.GET("/api/v1/advisories", { params: { query: { limit: 5, status: "released" } } })),
});

export function advisoryQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => takeTagged(api.GET("/api/v1/advisories/{id}", { params: { path: { id } } })),
  });
}

function useRefreshed() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: all });
}

export function useCreateAdvisory() {
  return useMutation({
    mutationFn: ({ body, key }: { body: Schemas["AdvisoryCreate"]; key: string }) =>
      take(api.POST("/api/v1/advisories", { body, params: { header: { "Idempotency-Key": key } } })),
    onSuccess: useRefreshed(),
  });
}

export function useUpdateAdvisory(id: string) {
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["AdvisoryUpdate"]; etag: string }) =>
      take(
        api.PATCH("/api/v1/advisories/{id}", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useReleaseAdvisory(id: string) {
  return useMutation({
    mutationFn: (etag: string) =>
      take(
        api.POST("/api/v1/advisories/{id}/releases", {
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useWithdrawAdvisory(id: string) {
  return useMutation({
    mutationFn: ({ reason, etag }: { reason: string; etag: string }) =>
      take(
        api.POST("/api/v1/advisories/{id}/withdrawals", {
          body: { reason },
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}
