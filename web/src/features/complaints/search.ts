import type { Schemas } from "~/api/client";
import { manyOf, text } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export interface ComplaintsSearch {
  status?: Schemas["ComplaintStatus"][] | undefined;
  cursor?: string | undefined;
}

export function complaintsSearch(search: Record<string, unknown>): ComplaintsSearch {
  return {
    status: manyOf(wordsOf("ComplaintStatus"), search["status"]),
    cursor: text(search["cursor"]),
  };
}

/** The form can be opened with the number of a certificate written into it. */
export interface NewComplaintSearch {
  certificate?: string | undefined;
}

export function newComplaintSearch(search: Record<string, unknown>): NewComplaintSearch {
  return { certificate: text(search["certificate"])?.slice(0, 60) };
}
