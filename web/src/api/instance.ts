import { queryOptions } from "@tanstack/react-query";
import { api, take } from "./client";

/** What this installation says of itself: its name, its mode, the duty desk. */
export const instanceQuery = queryOptions({
  queryKey: ["instance"],
  queryFn: () => take(api.GET("/api/v1/instance")),
  staleTime: Infinity,
});
