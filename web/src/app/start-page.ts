import type { Schemas } from "~/api/client";
import { paths } from "./paths";

/** Where each role begins. */
export const startPage = {
  member: paths.incidents(),
  analyst: paths.desk(),
  duty_officer: paths.incidents(),
  scheme_administrator: paths.statistics(),
  qa_reviewer: paths.statistics(),
  library_editor: paths.advisories(),
  admin: paths.audit(),
} satisfies Record<Schemas["Role"], string>;
