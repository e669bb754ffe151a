/** Applications for a certificate, as several features read them. */
import { queryOptions } from "@tanstack/react-query";
import { api, take, type Schemas } from "./client";

export type CertificationApplication = Schemas["CertificationApplication"];

/** Begins the key of everything that a step with an application may change. */
export const certificationKey = ["certification"];

export function certificationApplicationQuery(id: string) {
  return queryOptions({
    queryKey: [...certificationKey, "one", id],
    queryFn: () => take(api.GET("/api/v1/certification-applications/{id}", { params: { path: { id } } })),
  });
}
