/** What each check is called; one that is not here is called as the server calls it. */
const checks: Readonly<Record<string, string>> = {
  tls: "TLS",
  clock: "Clock",
  migrations: "Migrations",
  worker: "Worker",
  letters: "Letters",
  audit: "Audit",
  people: "People",
  recovery: "Recovery key",
  keys: "Keys",
  backup: "Backup",
  space: "Free space",
  mail: "Mail server",
  database: "Database",
};

export const doctor = {
  title: "Fitness of the site",
  note: "What bellbuoy-server doctor looks at, with a remedy for what is not as it has to be.",
  asOf: (moment: string) => `as of ${moment}`,
  counts: (wrong: number, better: number, all: number) =>
    wrong + better === 0
      ? `All ${all} checks are as they have to be`
      : `${wrong} of ${all} checks found something wrong, ${better} something to make better`,
  again: "Look again",
  working: "Looking",
  table: "Checks",
  remedy: (remedy: string) => `To do: ${remedy}.`,
  sentence: (found: string) => `${found.charAt(0).toUpperCase()}${found.slice(1)}.`,
  states: { ok: "As it has to be", warning: "Could be better", fault: "Wrong" },
  none: "Nothing was looked at",
  checks,
};
