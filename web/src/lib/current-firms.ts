interface Engaged {
  supplier: { name: string };
  to_on?: string | null;
  confirmed_at?: string | null;
  retracted_at?: string | null;
}

/** For whom somebody works to this day, as the firm or the scheme confirmed it. */
export function currentFirms(engagements: readonly Engaged[]): string[] {
  return engagements
    .filter(({ to_on, retracted_at }) => (to_on ?? retracted_at ?? null) === null)
    .filter(({ confirmed_at }) => (confirmed_at ?? null) !== null)
    .map(({ supplier }) => supplier.name);
}
