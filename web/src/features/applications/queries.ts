import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, type Schemas } from "~/api/client";
import { defined } from "~/lib/defined";
import type { ApplicationsSearch } from "./search";

const all = ["applications"];
const pageSize = 50;

export function applicationsQuery({ status, cursor }: ApplicationsSearch) {
  const query = defined({ limit: pageSize, status: status?.join(","), cursor });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/applications", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function applicationQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => take(api.GET("/api/v1/applications/{id}", { params: { path: { id } } })),
  });
}

/** What the applicant sees, by the key that was told once. */
export function followedQuery(key: string) {
  return queryOptions({
    queryKey: [...all, "own", key],
    queryFn: () => take(api.GET("/api/v1/applications/own/{key}", { params: { path: { key } } })),
  });
}

export function useApply() {
  return useMutation({
    mutationFn: (body: Schemas["ApplicationCreate"]) => take(api.POST("/api/v1/applications", { body })),
  });
}

export function useAnswer(key: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (answer: string) =>
      take(
        api.POST("/api/v1/applications/own/{key}/answers", { body: { answer }, params: { path: { key } } }),
      ),
    onSuccess: (state) => cache.setQueryData(followedQuery(key).queryKey, state),
  });
}

export function useDecide(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["ApplicationDecisionCreate"]; etag: string }) =>
      take(
        api.POST("/api/v1/applications/{id}/decisions", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: (application) => {
      cache.setQueryData(applicationQuery(id).queryKey, application);
      void cache.invalidateQueries({ queryKey: [...all, "list"] });
      void cache.invalidateQueries({ queryKey: ["organisations"] });
    },
  });
}
