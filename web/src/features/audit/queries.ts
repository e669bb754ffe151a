import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { api, take, type Schemas } from "~/api/client";
import { defined } from "~/lib/defined";
import type { AuditSearch } from "./search";

const pageSize = 100;

export function auditQuery(search: AuditSearch) {
  const query = defined({ ...search, limit: pageSize });
  return queryOptions({
    queryKey: ["audit", query],
    queryFn: () => take(api.GET("/api/v1/audit", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** Checks the whole record; against a checkpoint that was kept elsewhere too, if there is one. */
export function useVerification() {
  return useMutation({
    mutationFn: (kept: Schemas["KeptCheckpoint"] | null) =>
      kept === null
        ? take(api.GET("/api/v1/audit/verification"))
        : take(api.POST("/api/v1/audit/verifications", { body: kept })),
  });
}
