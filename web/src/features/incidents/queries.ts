import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, takeTagged, type Schemas } from "~/api/client";
import { defined } from "~/lib/defined";
import { asFilter, type IncidentsSearch } from "./search";

const all = ["incidents"];
const pageSize = 50;

export function incidentsQuery(search: IncidentsSearch) {
  const query = defined({ ...asFilter(search), limit: pageSize, with_total: true, cursor: search.cursor });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/incidents", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function incidentQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => takeTagged(api.GET("/api/v1/incidents/{id}", { params: { path: { id } } })),
  });
}

function useRefreshed() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: all });
}

export function useCreateIncident() {
  return useMutation({
    mutationFn: ({ body, key }: { body: Schemas["IncidentCreate"]; key: string }) =>
      take(api.POST("/api/v1/incidents", { body, params: { header: { "Idempotency-Key": key } } })),
    onSuccess: useRefreshed(),
  });
}

interface Deciding {
  body: Schemas["DecisionCreate"];
  etag: string;
}

export function useDecideIncident(id: string) {
  return useMutation({
    mutationFn: ({ body, etag }: Deciding) =>
      take(
        api.POST("/api/v1/incidents/{id}/decisions", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

/** The id behind a reference that a person can type. */
export async function idOf(reference: string): Promise<string> {
  const { value } = await takeTagged(
    api.GET("/api/v1/incidents/{id}", { params: { path: { id: reference.trim().toUpperCase() } } }),
  );
  return value.id;
}
