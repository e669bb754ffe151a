import { queryOptions, useMutation } from "@tanstack/react-query";
import { api, take, type Schemas } from "~/api/client";

export function invitationQuery(word: string) {
  return queryOptions({
    queryKey: ["invitations", word],
    queryFn: () => take(api.GET("/api/v1/invitations/{word}", { params: { path: { word } } })),
    staleTime: Infinity,
  });
}

export function useAccept(word: string) {
  return useMutation({
    mutationFn: (body: Schemas["InvitationAccept"]) =>
      take(api.POST("/api/v1/invitations/{word}/acceptances", { body, params: { path: { word } } })),
  });
}
