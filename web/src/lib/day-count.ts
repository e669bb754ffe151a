const dayMs = 86_400_000;

/** Days from one date to another; negative for the past, none for what is no date. */
export function daysBetween(from: string, to: string): number | null {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return Number.isNaN(days) ? null : Math.round(days);
}

/** The date some days later. */
export function daysLater(from: string, days: number): string {
  return new Date(Date.parse(from) + days * dayMs).toISOString().slice(0, 10);
}

/** The present day, in UTC as every day here. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
