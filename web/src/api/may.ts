/** What every page asks before it offers something, mirroring the server's policy; the API decides. */
import { isGuest, type Account } from "./session";

/** A role inside an organisation counts while the membership is confirmed. */
function within(account: Account) {
  return (account.organisation ?? null) === null ? undefined : account.membership?.role;
}

/** Members and analysts report; an auditor reads only. */
export function mayReport(account: Account | null): boolean {
  if (account === null) return false;
  const role = within(account);
  return account.role === "analyst" || (role !== undefined && role !== "auditor");
}

/** A duty officer of an organisation takes no lists away; whoever is not signed in takes what is public. */
export function mayExport(account: Account | null): boolean {
  return account === null || within(account) !== "duty_officer";
}

const callers: readonly Account["role"][] = ["analyst", "duty_officer", "scheme_administrator", "admin"];

/** Who is on call is told to those who answer calls for help. */
export function mayCall(account: Account | null): boolean {
  return account !== null && !isGuest(account) && callers.includes(account.role);
}
