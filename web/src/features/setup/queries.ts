import { queryOptions, useMutation } from "@tanstack/react-query";
import { api, done, take, type Schemas } from "~/api/client";

export const setupQuery = (word: string) =>
  queryOptions({
    queryKey: ["setup", word],
    queryFn: () => take(api.GET("/api/v1/setup/{word}", { params: { path: { word } } })),
    retry: false,
  });

/** The password is not kept once the form is gone. */
export function useSetUp(word: string) {
  return useMutation({
    gcTime: 0,
    mutationFn: (body: Schemas["SetupCreate"]) =>
      done(api.POST("/api/v1/setup/{word}", { body, params: { path: { word } } })),
  });
}
