import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, takeTagged, type Schemas } from "~/api/client";
import { registerKey } from "~/api/register";
import { defined } from "~/lib/defined";
import type { ComplaintsSearch } from "./search";

const all = ["complaints"];
const pageSize = 50;

export function complaintsQuery({ status, cursor }: ComplaintsSearch) {
  const query = defined({ limit: pageSize, status: status?.join(","), cursor });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/complaints", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function complaintQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => take(api.GET("/api/v1/complaints/{id}", { params: { path: { id } } })),
  });
}

/** What who complained sees, by the key that was told once. */
export function ownComplaintQuery(key: string) {
  return queryOptions({
    queryKey: [...all, "own", key],
    queryFn: () => take(api.GET("/api/v1/complaints/own/{key}", { params: { path: { key } } })),
  });
}

/** The certificate that it is about: its status says what may follow. */
export function accusedQuery(number: string) {
  return queryOptions({
    queryKey: [...registerKey, "certificates", "one", number],
    queryFn: () => takeTagged(api.GET("/api/v1/certificates/{number}", { params: { path: { number } } })),
  });
}

export function useComplain() {
  return useMutation({
    mutationFn: (body: Schemas["ComplaintCreate"]) => take(api.POST("/api/v1/complaints", { body })),
  });
}

export function useStepComplaint(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["ComplaintStepCreate"]; etag: string }) =>
      take(
        api.POST("/api/v1/complaints/{id}/steps", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: (complaint) => {
      cache.setQueryData(complaintQuery(id).queryKey, complaint);
      void cache.invalidateQueries({ queryKey: [...all, "list"] });
      void cache.invalidateQueries({ queryKey: registerKey });
    },
  });
}
