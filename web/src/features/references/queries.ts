import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, type Schemas } from "~/api/client";

export function requestQuery(key: string) {
  return queryOptions({
    queryKey: ["references", key],
    queryFn: () => take(api.GET("/api/v1/references/{key}", { params: { path: { key } } })),
  });
}

export function useGiveReference(key: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["ReferenceCreate"]) =>
      take(api.POST("/api/v1/references/{key}", { body, params: { path: { key } } })),
    onError: () => cache.invalidateQueries(requestQuery(key)),
  });
}
