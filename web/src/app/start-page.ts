import type { Schemas } from "~/api/client";
import { paths } from "./paths";

/** Where each role begins. */
export const startPage = {
  member: paths.incidents(),
  analyst: paths.desk(),
  admin: paths.audit(),
} satisfies Record<Schemas["Role"], string>;
