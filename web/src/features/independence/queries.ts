import { queryOptions, useMutation } from "@tanstack/react-query";
import { api, take, type Schemas } from "~/api/client";
import { registerKey } from "~/api/register";

const atMost = 8;

/** People of the register whose names hold some letters. */
export function peopleQuery(typed: string) {
  return queryOptions({
    queryKey: [...registerKey, "people-named", typed],
    queryFn: async () => {
      const query = { q: typed, limit: atMost };
      const { items } = await take(api.GET("/api/v1/consultants", { params: { query } }));
      return items.map(({ id, name }) => ({ id, name }));
    },
    enabled: typed.length > 1,
  });
}

export function useCheckIndependence() {
  return useMutation({
    mutationFn: (body: Schemas["IndependenceCheckCreate"]) =>
      take(api.POST("/api/v1/independence-checks", { body })),
  });
}
