import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, type Schemas } from "~/api/client";
import { registerKey } from "~/api/register";

const all = [...registerKey, "schemes"];

/** Newest first; drafts only for those who may read them. */
export function versionsQuery(code: string) {
  return queryOptions({
    queryKey: [...all, code, "versions"],
    queryFn: () => take(api.GET("/api/v1/schemes/{code}/versions", { params: { path: { code } } })),
  });
}

function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: all });
}

/** Begins a draft, or writes the open one anew. */
export function useSaveDraft(code: string) {
  return useMutation({
    mutationFn: ({
      body,
      draft,
    }: {
      body: Schemas["SchemeDraft"];
      draft: { number: number; etag: string } | undefined;
    }) =>
      take(
        draft === undefined
          ? api.POST("/api/v1/schemes/{code}/versions", { body, params: { path: { code } } })
          : api.PUT("/api/v1/schemes/{code}/versions/{number}", {
              body,
              params: { path: { code, number: draft.number }, header: { "If-Match": draft.etag } },
            }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function usePublish(code: string) {
  return useMutation({
    mutationFn: ({ number, etag, valid_from }: { number: number; etag: string; valid_from: string }) =>
      take(
        api.POST("/api/v1/schemes/{code}/versions/{number}/publications", {
          body: { valid_from },
          params: { path: { code, number }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}
