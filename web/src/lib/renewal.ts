import { daysLater } from "./day-count";

/** Why a renewal waits: the day on which it opens, or that on which it closed. */
export function renewal(
  validTo: string,
  scheme: { renewal_opens_days: number; grace_days: number },
  today: string,
): { open: true } | { open: false; opens?: string; closed?: string } {
  const opens = daysLater(validTo, -scheme.renewal_opens_days);
  const closes = daysLater(validTo, scheme.grace_days);
  if (today < opens) return { open: false, opens };
  return today > closes ? { open: false, closed: closes } : { open: true };
}
