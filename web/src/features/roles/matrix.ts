/** Who may do what, as a table: api/domain/src/policy.rs, told to people. */
import type { Schemas } from "~/api/client";
import { wordsOf, type Words } from "~/words/words";

export type Verb = keyof Words["roles"]["verbs"];
export type Mark = keyof Words["roles"]["mark"];

type Within = Schemas["OrganisationRole"];
type Staff = Exclude<Schemas["Role"], "member">;

export const withinColumns: readonly Within[] = wordsOf("OrganisationRole");
const notMember = (role: Schemas["Role"]): role is Staff => role !== "member";
export const staffColumns: readonly Staff[] = wordsOf("Role").filter(notMember);

/** Whether a person of a member organisation may, looking at something of their own. */
export function within(verb: Verb, role: Within): Mark {
  const writes = role !== "auditor";
  switch (verb) {
    case "submit":
      return writes ? "yes" : "no";
    case "read":
      return "own";
    case "decide":
      return writes ? "own" : "no";
    case "advise":
    case "figures":
      return "yes";
    case "export":
      return role === "duty_officer" ? "no" : "yes";
    case "organisation":
      return role === "owner" || role === "cso" ? "own" : "no";
    case "write":
    case "release":
    case "publish":
    case "desk":
    case "audit":
    case "alliance":
      return "no";
  }
}

/** Whether somebody of the platform itself may. */
export function staff(verb: Verb, role: Staff): Mark {
  const analyst = role === "analyst" ? "yes" : "no";
  const admin = role === "admin" ? "yes" : "no";
  switch (verb) {
    case "submit":
    case "decide":
    case "write":
    case "release":
    case "desk":
      return analyst;
    case "read":
      return role === "analyst" || role === "duty_officer" || role === "admin" ? "yes" : "known";
    case "advise":
    case "figures":
    case "export":
      return "yes";
    case "publish":
      return role === "analyst" || role === "admin" ? "yes" : "no";
    case "audit":
    case "alliance":
    case "organisation":
      return admin;
  }
}

export const verbs: readonly Verb[] = [
  "submit",
  "read",
  "decide",
  "advise",
  "write",
  "release",
  "figures",
  "publish",
  "desk",
  "audit",
  "export",
  "alliance",
  "organisation",
];
