import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, type Schemas } from "~/api/client";

const all = ["staff"];

export const staffQuery = queryOptions({
  queryKey: all,
  queryFn: () => take(api.GET("/api/v1/staff")),
});

function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: all });
}

export function useEnterStaff() {
  return useMutation({
    gcTime: 0,
    mutationFn: (body: Schemas["StaffCreate"]) => take(api.POST("/api/v1/staff", { body })),
    onSuccess: useRefreshed(),
  });
}

export function useUpdateStaff({ id, etag }: Schemas["StaffMember"]) {
  return useMutation({
    mutationFn: (body: Schemas["StaffUpdate"]) =>
      take(api.PATCH("/api/v1/staff/{id}", { body, params: { path: { id }, header: { "If-Match": etag } } })),
    onSuccess: useRefreshed(),
  });
}

export function useLetIn({ id }: Schemas["StaffMember"]) {
  return useMutation({
    gcTime: 0,
    mutationFn: (reason: string) =>
      take(api.POST("/api/v1/accounts/{id}/recoveries", { body: { reason }, params: { path: { id } } })),
    onSuccess: useRefreshed(),
  });
}
