/** Numbers, dates and plurals as an English reader expects them. All times are UTC. */
const locale = "en-GB";
const numbers = new Intl.NumberFormat(locale);
const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
const plurals = new Intl.PluralRules(locale);
const lists = new Intl.ListFormat(locale, { type: "conjunction" });
const choices = new Intl.ListFormat(locale, { type: "disjunction" });
const days = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const shortDays = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
const months = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat(locale, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
});

const languages = new Intl.DisplayNames(locale, { type: "language" });

function read(text: string): Date | null {
  const date = new Date(text.length === 7 ? `${text}-01` : text);
  return Number.isNaN(date.getTime()) ? null : date;
}

function written(text: string, formats: Intl.DateTimeFormat): string {
  const date = read(text);
  return date === null ? text : formats.format(date);
}

export const format = {
  locale,
  number: (value: number) => numbers.format(value),
  percent: (share: number) => percents.format(share).replace("%", " %"),
  /** A label inside a sentence: "Scheme administrator" is "scheme administrator", "QA reviewer" stays. */
  inside: (label: string) =>
    /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label,
  /** `count(3, "report", "reports")` is "3 reports". */
  count: (n: number, one: string, other: string) =>
    `${numbers.format(n)} ${plurals.select(n) === "one" ? one : other}`,
  seconds: (n: number) =>
    n < 120 ? format.count(n, "second", "seconds") : format.count(Math.ceil(n / 60), "minute", "minutes"),
  /** Minor units: `money(24000, "EUR")` is "€240". */
  money: (minor: number, currency: string) => {
    const amounts = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      trailingZeroDisplay: "stripIfInteger",
    });
    return amounts.format(minor / 10 ** (amounts.resolvedOptions().maximumFractionDigits ?? 2));
  },
  /** The name of a language by its ISO 639-1 code. */
  language: (code: string) => languages.of(code) ?? code,
  /** Rotterdam, Netherlands */
  place: (name: string, country: string) => `${name}, ${country}`,
  list: (parts: readonly string[]) => lists.format(parts),
  either: (parts: readonly string[]) => choices.format(parts),
  /** 21 Nov 2026 */
  day: (text: string) => written(text, days),
  /** 21 Nov */
  shortDay: (text: string) => written(text, shortDays),
  /** 14:00 UTC */
  clock: (text: string) => `${written(text, clock)} UTC`,
  /** 14:00, of a time that has a zone of its own */
  hour: (text: string) => written(text, clock),
  /** Nov 2026 */
  month: (text: string) => written(text, months),
  /** 21 Nov 2026, 14:00 UTC */
  moment: (text: string) => `${written(text, days)}, ${written(text, clock)} UTC`,
  /** 21 Nov 2026, 14:00 UTC, of a time in milliseconds */
  stamp: (at: number) => format.moment(new Date(at).toISOString()),
  /** 21 Nov, 14:00 UTC */
  shortMoment: (text: string) => `${written(text, shortDays)}, ${written(text, clock)} UTC`,
};
