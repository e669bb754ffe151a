/** What the form holds, and what leaves. */
import type { Schemas } from "~/api/client";

export const dutyFields = ["consultant_id", "starts_at", "ends_at"];

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The person that a pasted id, or the address of a page that has one, means. */
export function personIn(typed: string): string | undefined {
  return id.exec(typed)?.[0].toLowerCase();
}

/** A control for date and time knows no zone; on this page its clock is UTC. */
export function momentOf(typed: string): string {
  return `${typed.length === 16 ? `${typed}:00` : typed}Z`;
}

export interface DutyTyped {
  person: string;
  starts: string;
  ends: string;
}

export function dutyOf({ person, starts, ends }: DutyTyped): Schemas["DutyCreate"] {
  return { consultant_id: person, starts_at: momentOf(starts), ends_at: momentOf(ends) };
}
