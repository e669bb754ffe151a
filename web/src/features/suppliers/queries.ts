import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take } from "~/api/client";
import { registerKey } from "~/api/register";
import { defined } from "~/lib/defined";
import type { SuppliersSearch } from "./search";

const all = [...registerKey, "suppliers"];
const pageSize = 50;

export function asFilter({ q, domain, country }: SuppliersSearch) {
  return defined({ q, domain: domain?.join(","), country });
}

export function suppliersQuery(search: SuppliersSearch) {
  const query = defined({ limit: pageSize, ...asFilter(search), cursor: search.cursor });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/suppliers", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function supplierQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => take(api.GET("/api/v1/suppliers/{id}", { params: { path: { id } } })),
  });
}

export function engagedQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "engaged", id],
    queryFn: () => take(api.GET("/api/v1/suppliers/{id}/engagements", { params: { path: { id } } })),
  });
}

export function useConfirm(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (engagement: string) =>
      take(
        api.POST("/api/v1/suppliers/{id}/engagements/{engagement}/confirmations", {
          params: { path: { id, engagement } },
        }),
      ),
    onSuccess: () => void cache.invalidateQueries({ queryKey: registerKey }),
  });
}
