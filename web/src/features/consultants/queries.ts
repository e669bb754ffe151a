import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, done, take, type Schemas } from "~/api/client";
import { registerKey } from "~/api/register";
import { defined } from "~/lib/defined";
import { asFilter, type ConsultantsSearch } from "./search";

const all = [...registerKey, "consultants"];
const pageSize = 20;

export const summaryQuery = queryOptions({
  queryKey: [...all, "summary"],
  queryFn: () => take(api.GET("/api/v1/consultants/summary")),
});

export function consultantsQuery(search: ConsultantsSearch) {
  const { within, ...filter } = asFilter(search);
  const query = defined({
    ...filter,
    within: within === undefined ? undefined : Number(within),
    limit: pageSize,
    with_total: true,
    cursor: search.cursor,
  });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/consultants", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function consultantQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => take(api.GET("/api/v1/consultants/{id}", { params: { path: { id } } })),
  });
}

export interface Letter {
  name: string;
  email: string;
  words: string;
}

export function useWrite(id: string) {
  return useMutation({
    mutationFn: (body: Letter) =>
      done(api.POST("/api/v1/consultants/{id}/enquiries", { body, params: { path: { id } } })),
  });
}

function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: registerKey });
}

export function useRename(id: string) {
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["ConsultantNameUpdate"]; etag: string }) =>
      take(
        api.PUT("/api/v1/consultants/{id}/name", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function usePutOwn() {
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["ConsultantProfile"]; etag: string | undefined }) =>
      take(
        api.PUT("/api/v1/consultants/own", {
          body,
          params: { header: etag === undefined ? {} : { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useStateEngagement() {
  return useMutation({
    mutationFn: (body: Schemas["EngagementCreate"]) =>
      take(api.POST("/api/v1/consultants/own/engagements", { body })),
    onSuccess: useRefreshed(),
  });
}

export function useRetractEngagement() {
  return useMutation({
    mutationFn: (id: string) =>
      take(api.DELETE("/api/v1/consultants/own/engagements/{id}", { params: { path: { id } } })),
    onSuccess: useRefreshed(),
  });
}
