import { queryOptions } from "@tanstack/react-query";
import { api, take } from "~/api/client";

export const doctorQuery = queryOptions({
  queryKey: ["doctor"],
  queryFn: () => take(api.GET("/api/v1/doctor")),
  staleTime: 0,
});
