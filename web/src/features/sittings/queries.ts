import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, type Schemas } from "~/api/client";
import { registerKey } from "~/api/register";
import { defined } from "~/lib/defined";
import type { SittingsSearch } from "./search";

const all = [...registerKey, "sittings"];
const pageSize = 50;

/** The filter as the API takes it. */
export function asFilter({ kind, when, free, country }: SittingsSearch) {
  return defined({
    kind: kind?.join(","),
    past: when === "past" ? true : undefined,
    free: free === "true" ? true : undefined,
    country,
  });
}

export function sittingsQuery(search: SittingsSearch) {
  const query = defined({ limit: pageSize, ...asFilter(search), cursor: search.cursor });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/sittings", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function sittingQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => take(api.GET("/api/v1/sittings/{id}", { params: { path: { id } } })),
  });
}

export const ownSeatsQuery = queryOptions({
  queryKey: [...all, "own"],
  queryFn: () => take(api.GET("/api/v1/sittings/seats/own")),
});

export function seatsQuery(id: string, cursor: string | undefined) {
  const query = defined({ limit: pageSize, cursor });
  return queryOptions({
    queryKey: [...all, "seats", id, query],
    queryFn: () => take(api.GET("/api/v1/sittings/{id}/seats", { params: { path: { id }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** What a seat is worth shows in the list, on the page and in the log. */
function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: registerKey });
}

export function useBook(id: string) {
  return useMutation({
    mutationFn: () => take(api.POST("/api/v1/sittings/{id}/seats", { params: { path: { id } } })),
    onSettled: useRefreshed(),
  });
}

export function useGiveUp(id: string) {
  return useMutation({
    mutationFn: () => take(api.DELETE("/api/v1/sittings/{id}/seats/own", { params: { path: { id } } })),
    onSettled: useRefreshed(),
  });
}

export function useSaveSitting(before: Schemas["Sitting"] | undefined) {
  return useMutation({
    mutationFn: (body: Schemas["SittingDraft"]) =>
      take(
        before === undefined
          ? api.POST("/api/v1/sittings", { body })
          : api.PUT("/api/v1/sittings/{id}", {
              body,
              params: { path: { id: before.id }, header: { "If-Match": before.etag } },
            }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useCancel({ id, etag }: { id: string; etag: string }) {
  return useMutation({
    mutationFn: (because: string) =>
      take(
        api.POST("/api/v1/sittings/{id}/cancellations", {
          body: { because },
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useEnterAttendance(id: string) {
  return useMutation({
    mutationFn: ({ seat, body }: { seat: Schemas["Seat"]; body: Schemas["AttendanceUpdate"] }) =>
      take(
        api.PUT("/api/v1/sittings/{id}/seats/{seat}", {
          body,
          params: { path: { id, seat: seat.id }, header: { "If-Match": seat.etag } },
        }),
      ),
    onSettled: useRefreshed(),
  });
}
