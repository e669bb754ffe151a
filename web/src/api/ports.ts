import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { api, take, type Schemas } from "./client";

/** Ports by a part of their name, or by UN/LOCODE. */
export function portsQuery(q: string) {
  return queryOptions({
    queryKey: ["ports", q],
    queryFn: () => take(api.GET("/api/v1/ports", { params: { query: { q } } })),
    enabled: q.length >= 2,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

/** One port by its code, once it is known. */
export function usePort(unlocode: string | undefined): Schemas["Port"] | undefined {
  const { data } = useQuery(portsQuery(unlocode ?? ""));
  return data?.find((port) => port.unlocode === unlocode);
}
