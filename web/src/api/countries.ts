import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, take } from "./client";

export const countriesQuery = queryOptions({
  queryKey: ["countries"],
  queryFn: () => take(api.GET("/api/v1/countries")),
  staleTime: Infinity,
});

/** The name of a country by its code; the code itself until the names are known. */
export function useCountryName(): (code: string) => string {
  const { data } = useQuery(countriesQuery);
  return (code) => data?.find((country) => country.code === code)?.name ?? code;
}
