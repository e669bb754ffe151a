const yearsBack = 6;

/** The months one can choose from, oldest first, up to the present one. */
export function recentMonths(now: Date): string[] {
  const months: string[] = [];
  for (let year = now.getUTCFullYear() - yearsBack; year <= now.getUTCFullYear(); year += 1) {
    const last = year === now.getUTCFullYear() ? now.getUTCMonth() + 1 : 12;
    for (let month = 1; month <= last; month += 1) months.push(`${year}-${String(month).padStart(2, "0")}`);
  }
  return months;
}
