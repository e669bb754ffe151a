import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, takeTagged, type Schemas } from "~/api/client";
import { registerKey } from "~/api/register";
import { currentFirms } from "~/lib/current-firms";

const all = [...registerKey, "certificates"];
/** More than anybody holds. */
const most = 100;

/** Whose certificates: those of a person or of a firm. */
export type Holder = { consultant: string } | { supplier: string };

export function heldQuery(holder: Holder) {
  const query = { ...holder, limit: most };
  return queryOptions({
    queryKey: [...all, "held", query],
    queryFn: () => take(api.GET("/api/v1/certificates", { params: { query } })),
  });
}

export function certificateQuery(number: string) {
  return queryOptions({
    queryKey: [...all, "one", number],
    queryFn: () => takeTagged(api.GET("/api/v1/certificates/{number}", { params: { path: { number } } })),
  });
}

/** The signed statement, as its code holds it. */
export function credentialQuery(number: string) {
  return queryOptions({
    queryKey: [...all, "credential", number],
    queryFn: async () => {
      const answer: unknown = await take(
        api.GET("/api/v1/certificates/{number}/credential", {
          params: { path: { number } },
          headers: { accept: "application/vc+jwt" },
          parseAs: "text",
        }),
      );
      return typeof answer === "string" ? answer.trim() : "";
    },
  });
}

/** What a check finds for a number that we know nothing of: which ones were probably meant. */
export function checkQuery(number: string) {
  return queryOptions({
    queryKey: [...all, "check", number],
    queryFn: () => take(api.POST("/api/v1/certificate-checks", { body: { number } })),
  });
}

/** For whom the holder works today. */
export function firmsQuery(consultant: string) {
  return queryOptions({
    queryKey: [...registerKey, "consultants", "one", consultant],
    queryFn: () => take(api.GET("/api/v1/consultants/{id}", { params: { path: { id: consultant } } })),
    select: ({ engagements }) => currentFirms(engagements),
  });
}

export function useStepCertificate(number: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["CertificateStepCreate"]; etag: string }) =>
      take(
        api.POST("/api/v1/certificates/{number}/steps", {
          body,
          params: { path: { number }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: () => void cache.invalidateQueries({ queryKey: registerKey }),
  });
}
