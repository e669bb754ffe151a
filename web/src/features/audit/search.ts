import { matching, text } from "~/lib/search-params";

export interface AuditSearch {
  action?: string | undefined;
  object_id?: string | undefined;
  cursor?: string | undefined;
}

export function auditSearch(search: Record<string, unknown>): AuditSearch {
  return {
    action: matching(/^[a-z_.,]{1,200}$/, search["action"]),
    object_id: matching(/^[0-9a-f-]{36}$/, search["object_id"]),
    cursor: text(search["cursor"]),
  };
}
