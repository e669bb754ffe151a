import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, done, take, type Schemas } from "~/api/client";
import { registerKey } from "~/api/register";
import { defined } from "~/lib/defined";
import type { RotaSearch } from "./search";

const all = [...registerKey, "rota"];
const minute = 60_000;
const offered = 8;

/** True for one moment only: asked again every minute that the page is open. */
export function respondersQuery(search: RotaSearch) {
  const query = defined({ domain: search.domain, language: search.language });
  return queryOptions({
    queryKey: [...all, "now", query],
    queryFn: () => take(api.GET("/api/v1/responders", { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval: minute,
  });
}

export const rotaQuery = queryOptions({
  queryKey: [...all, "weeks"],
  queryFn: () => take(api.GET("/api/v1/rota")),
});

/** People of the register whose name fits. */
export function namedQuery(q: string) {
  const query = { q, limit: offered };
  return queryOptions({
    queryKey: [...registerKey, "consultants", "named", query],
    queryFn: () => take(api.GET("/api/v1/consultants", { params: { query } })),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  });
}

function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: all });
}

export function useEnterDuty() {
  return useMutation({
    mutationFn: (body: Schemas["DutyCreate"]) => take(api.POST("/api/v1/duties", { body })),
    onSuccess: useRefreshed(),
  });
}

export function useRemoveDuty(id: string) {
  return useMutation({
    mutationFn: () => done(api.DELETE("/api/v1/duties/{id}", { params: { path: { id } } })),
    onSettled: useRefreshed(),
  });
}
