import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, take, type Schemas } from "~/api/client";
import { look } from "~/api/session";
import { paths } from "~/app/paths";

/** Member organisations to choose from. */
export const membersQuery = {
  queryKey: ["organisations", "to-look-as"],
  queryFn: () => take(api.GET("/api/v1/organisations", { params: { query: { limit: 500 } } })),
};

/** Begins to look as somebody else: nothing of what the person saw as themselves stays on the screen. */
export function useLook() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: Schemas["ViewCreate"]) => take(api.POST("/api/v1/me/views", { body })),
    onSuccess: async (grant) => {
      look(grant);
      cache.clear();
      await navigate({ to: paths.incidents() });
    },
  });
}
