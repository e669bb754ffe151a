import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, done, take, type Schemas } from "~/api/client";
import { defined } from "~/lib/defined";
import type { RatingsSearch } from "./search";

const all = ["ratings"];
const pageSize = 50;

/** A person or a firm of the register. */
export type Rated = { consultant: string } | { supplier: string };

export function ratingsQuery({ status, answer, cursor }: RatingsSearch) {
  const query = defined({ limit: pageSize, status: status?.join(","), answer: answer?.join(","), cursor });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/ratings", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function ratingQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => take(api.GET("/api/v1/ratings/{id}", { params: { path: { id } } })),
  });
}

/** What everybody reads. */
export function figuresQuery(rated: Rated) {
  return queryOptions({
    queryKey: [...all, "figures", rated],
    queryFn: () =>
      "consultant" in rated
        ? take(api.GET("/api/v1/consultants/{id}/ratings", { params: { path: { id: rated.consultant } } }))
        : take(api.GET("/api/v1/suppliers/{id}/ratings", { params: { path: { id: rated.supplier } } })),
  });
}

/** The name of who is to be rated. */
export function ratedNameQuery(rated: Rated) {
  return queryOptions({
    queryKey: [...all, "name", rated],
    queryFn: async () => {
      const found =
        "consultant" in rated
          ? await take(api.GET("/api/v1/consultants/{id}", { params: { path: { id: rated.consultant } } }))
          : await take(api.GET("/api/v1/suppliers/{id}", { params: { path: { id: rated.supplier } } }));
      return found.name;
    },
  });
}

function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: all });
}

export function useRate() {
  return useMutation({
    mutationFn: (body: Schemas["RatingCreate"]) => take(api.POST("/api/v1/ratings", { body })),
    onSuccess: useRefreshed(),
  });
}

export function useMend(id: string) {
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["RatingCreate"]; etag: string }) =>
      take(api.PUT("/api/v1/ratings/{id}", { body, params: { path: { id }, header: { "If-Match": etag } } })),
    onSuccess: useRefreshed(),
  });
}

export function useStepRating(id: string) {
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["RatingStepCreate"]; etag: string }) =>
      done(
        api.POST("/api/v1/ratings/{id}/steps", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}
