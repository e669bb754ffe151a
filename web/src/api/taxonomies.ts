import { queryOptions } from "@tanstack/react-query";
import { api, take } from "./client";

/** Every vocabulary with its version, its source and how its words belong together. */
export const taxonomiesQuery = queryOptions({
  queryKey: ["taxonomies"],
  queryFn: () => take(api.GET("/api/v1/taxonomies")),
  staleTime: Infinity,
});
