import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, take } from "~/api/client";
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
