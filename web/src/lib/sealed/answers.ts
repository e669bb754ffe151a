/** What a reporter answers, as it stands inside the seal, and the cautious reading of it. */
import { field, itemsOf, textAt, wordOf, wordsOf } from "./reading";
import * as vocabulary from "./vocabulary";
import type {
  BackupState,
  Cause,
  Containment,
  CrimeLink,
  ReporterRole,
  SeaRegion,
  SecurityAttribute,
  SecurityIncident,
  Service,
  ServiceState,
  ShipClock,
  SizeBand,
  System,
  VesselType,
  VictimType,
  WhatHappened,
  WhenChoice,
  Whereabouts,
} from "./vocabulary";

export interface When {
  choice: WhenChoice;
  /** `YYYY-MM-DD`, with the clock it was read from. */
  date?: string;
  clock?: ShipClock;
}

export interface ServiceHit {
  service: Service;
  state: ServiceState;
  since?: string;
  restored?: string;
}

export interface Answers {
  what: WhatHappened;
  when: When;
  where: Whereabouts;
  certainty?: SecurityIncident;
  victim_type?: VictimType;
  vessel_type?: VesselType;
  size_band?: SizeBand;
  sea_region?: SeaRegion;
  country?: string;
  unlocode?: string;
  role?: ReporterRole;
  systems?: System[];
  services?: ServiceHit[];
  impact?: SecurityAttribute[];
  containment?: Containment[];
  workaround?: string;
  backups?: BackupState;
  crime_link?: CrimeLink[];
  cause?: Cause;
  help?: boolean;
}

function dateAt(value: unknown, name: string): string | null {
  const text = textAt(value, name);
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

/** The entries that have a value; what is empty is not said at all. */
export function present<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], null | undefined> };
export function present(entries: object): object {
  const kept = Object.entries(entries).filter(([, value]: [string, unknown]) => {
    if (Array.isArray(value)) return value.length > 0;
    return value !== null && value !== undefined && value !== "" && value !== false;
  });
  return Object.fromEntries(kept);
}

function readService(value: unknown): ServiceHit | null {
  const service = wordOf(vocabulary.SERVICE, field(value, "service"));
  const state = wordOf(vocabulary.SERVICE_STATE, field(value, "state"));
  if (service === null || state === null) return null;
  return {
    service,
    state,
    ...present({ since: dateAt(value, "since"), restored: dateAt(value, "restored") }),
  };
}

function codeAt(value: unknown, name: string, shape: RegExp): string | null {
  const text = textAt(value, name);
  return text !== null && shape.test(text) ? text : null;
}

/** Null if a needed answer is missing or unknown; optional answers that are not understood are left out. */
export function readAnswers(value: unknown): Answers | null {
  const when = field(value, "when");
  const what = wordOf(vocabulary.WHAT_HAPPENED, field(value, "what"));
  const choice = wordOf(vocabulary.WHEN_CHOICE, field(when, "choice"));
  const where = wordOf(vocabulary.WHEREABOUTS, field(value, "where"));
  if (what === null || choice === null || where === null) return null;
  const clock = wordOf(vocabulary.SHIP_CLOCK, field(when, "clock"));
  const services = itemsOf(field(value, "services")).map(readService);
  return {
    what,
    when: { choice, ...present({ date: dateAt(when, "date"), clock }) },
    where,
    ...present({
      certainty: wordOf(vocabulary.SECURITY_INCIDENT, field(value, "certainty")),
      victim_type: wordOf(vocabulary.VICTIM_TYPE, field(value, "victim_type")),
      vessel_type: wordOf(vocabulary.VESSEL_TYPE, field(value, "vessel_type")),
      size_band: wordOf(vocabulary.SIZE_BAND, field(value, "size_band")),
      sea_region: wordOf(vocabulary.SEA_REGION, field(value, "sea_region")),
      country: codeAt(value, "country", /^[A-Z]{2}$/),
      unlocode: codeAt(value, "unlocode", /^[A-Z]{2}[A-Z2-9]{3}$/),
      role: wordOf(vocabulary.REPORTER_ROLE, field(value, "role")),
      systems: wordsOf(vocabulary.SYSTEM, field(value, "systems")),
      services: services.filter((service) => service !== null),
      impact: wordsOf(vocabulary.SECURITY_ATTRIBUTE, field(value, "impact")),
      containment: wordsOf(vocabulary.CONTAINMENT, field(value, "containment")),
      workaround: textAt(value, "workaround"),
      backups: wordOf(vocabulary.BACKUP_STATE, field(value, "backups")),
      crime_link: wordsOf(vocabulary.CRIME_LINK, field(value, "crime_link")),
      cause: wordOf(vocabulary.CAUSE, field(value, "cause")),
      help: field(value, "help") === true,
    }),
  };
}
