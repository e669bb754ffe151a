import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, done, take, type Schemas } from "~/api/client";
import { defined } from "~/lib/defined";
import type { KeysSearch } from "./search";

const all = ["api-keys"];
const pageSize = 50;
const mostPeople = 500;

export function keysQuery({ cursor }: KeysSearch) {
  const query = defined({ limit: pageSize, cursor });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/api-keys", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function keyQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => take(api.GET("/api/v1/api-keys/{id}", { params: { path: { id } } })),
  });
}

/** Who has ever acted for the organisation, to name whoever made a key. */
export function peopleQuery(organisation: string) {
  const params = { path: { id: organisation }, query: { limit: mostPeople, left: true } };
  return queryOptions({
    queryKey: [...all, "people", organisation],
    queryFn: () => take(api.GET("/api/v1/organisations/{id}/memberships", { params })),
  });
}

function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: all });
}

export function useMakeKey() {
  return useMutation({
    mutationFn: (body: Schemas["ApiKeyCreate"]) => take(api.POST("/api/v1/api-keys", { body })),
    onSuccess: useRefreshed(),
    // An answer holds the key itself: it is forgotten with the dialog that showed it.
    gcTime: 0,
  });
}

export function useRotateKey({ id, etag }: Schemas["ApiKey"]) {
  return useMutation({
    mutationFn: (body: Schemas["RotationCreate"]) =>
      take(
        api.POST("/api/v1/api-keys/{id}/rotations", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
    gcTime: 0,
  });
}

export function useRevokeKey({ id, etag }: Schemas["ApiKey"]) {
  return useMutation({
    mutationFn: (body: Schemas["RevocationCreate"]) =>
      take(
        api.POST("/api/v1/api-keys/{id}/revocations", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useReportLeak() {
  return useMutation({
    mutationFn: (key: string) => done(api.POST("/api/v1/api-keys/leaks", { body: { key } })),
    gcTime: 0,
  });
}
