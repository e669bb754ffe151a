/** The answers while they are being given: pure, and gone with the page. */
import { present, type Answers, type ServiceHit } from "~/lib/sealed/answers";
import { bucketFor, roomIn } from "~/lib/sealed/padding";
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
} from "~/lib/sealed/vocabulary";

export interface ServiceDraft {
  state: ServiceState;
  since: string;
  restored: string;
}

export interface Draft {
  what: WhatHappened | null;
  when: WhenChoice | null;
  date: string;
  clock: ShipClock | null;
  where: Whereabouts | null;
  seaRegion: SeaRegion | null;
  country: string;
  unlocode: string;
  vesselType: VesselType | null;
  sizeBand: SizeBand | null;
  help: boolean;
  certainty: SecurityIncident | null;
  victim: VictimType | null;
  role: ReporterRole | null;
  systems: System[];
  services: Map<Service, ServiceDraft>;
  impact: SecurityAttribute[];
  containment: Containment[];
  workaround: string;
  backups: BackupState | null;
  crime: CrimeLink[];
  cause: Cause | null;
  words: string;
}

export function emptyDraft(): Draft {
  return {
    what: null,
    when: null,
    date: "",
    clock: null,
    where: null,
    seaRegion: null,
    country: "",
    unlocode: "",
    vesselType: null,
    sizeBand: null,
    help: false,
    certainty: null,
    victim: null,
    role: null,
    systems: [],
    services: new Map(),
    impact: [],
    containment: [],
    workaround: "",
    backups: null,
    crime: [],
    cause: null,
    words: "",
  };
}

function isAnswered(value: Draft[keyof Draft]): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value instanceof Map ? value.size > 0 : value !== null && value !== "" && value !== false;
}

/** Whether nothing has been answered or written that could be lost. */
export function isEmpty(draft: Draft): boolean {
  return !Object.values(draft).some(isAnswered);
}

export interface Shown {
  readonly date: boolean;
  readonly seaRegion: boolean;
  readonly port: boolean;
  readonly ship: boolean;
  readonly certainty: boolean;
  /** What a near miss does not have: services down, data touched, backups needed. */
  readonly effects: boolean;
  readonly guard: boolean;
}

const SHIP_VICTIMS: readonly (VictimType | null)[] = ["vessel", "cruise", "offshore_unit"];

/** Which of the conditional questions make sense after the answers given so far. */
export function shown(draft: Draft): Shown {
  const { where, what } = draft;
  const ship = where === "at_sea" || where === "in_port" || SHIP_VICTIMS.includes(draft.victim);
  const place =
    (where === "at_sea" && draft.seaRegion !== null) || (where === "in_port" && draft.unlocode !== "");
  return {
    date: draft.when === "date",
    seaRegion: where === "at_sea",
    port: where === "in_port" || where === "ashore",
    ship,
    certainty: what !== "nearly",
    effects: what !== "nearly" && draft.certainty !== "near_miss",
    guard: ship && place && draft.vesselType !== null && draft.sizeBand !== null,
  };
}

function serviceHits(services: Draft["services"]): ServiceHit[] {
  return Array.from(services, ([service, { state, since, restored }]) => ({
    service,
    state,
    ...present({ since, restored: state === "restored" ? restored : "" }),
  }));
}

/** UN/LOCODE is written with and without a space. */
export function tidyUnlocode(text: string): string {
  return text.toUpperCase().replace(/\s+/g, "");
}

/** The answers to what is shown and answered; null while a needed one is missing. */
export function answersOf(draft: Draft): Answers | null {
  const { what, when: choice, where } = draft;
  if (what === null || choice === null || where === null) return null;
  const show = shown(draft);
  const date = show.date ? { date: draft.date, clock: draft.clock } : {};
  return {
    what,
    when: { choice, ...present(date) },
    where,
    ...present({
      certainty: show.certainty ? draft.certainty : "near_miss",
      victim_type: draft.victim,
      vessel_type: show.ship ? draft.vesselType : null,
      size_band: show.ship ? draft.sizeBand : null,
      sea_region: show.seaRegion ? draft.seaRegion : null,
      country: show.port ? draft.country : "",
      unlocode: show.port ? tidyUnlocode(draft.unlocode) : "",
      role: draft.role,
      systems: draft.systems,
      services: show.effects ? serviceHits(draft.services) : [],
      impact: show.effects ? draft.impact : [],
      containment: draft.containment,
      workaround: draft.workaround.trim(),
      backups: show.effects ? draft.backups : null,
      crime_link: draft.crime,
      cause: draft.cause,
      help: draft.help,
    }),
  };
}

export type Fault = "what" | "when" | "date" | "future" | "clock" | "where" | "unlocode" | "tooLong";

/** What stands between the draft and its receipt, in the order of the page. `today` is UTC; a ship may be a day ahead. */
export function faultsOf(draft: Draft, today: Date): Fault[] {
  const show = shown(draft);
  const tomorrow = new Date(today.getTime() + 86_400_000).toISOString().slice(0, 10);
  const port = tidyUnlocode(draft.unlocode);
  const found: [boolean, Fault][] = [
    [draft.what === null, "what"],
    [draft.when === null, "when"],
    [show.date && draft.date === "", "date"],
    [show.date && draft.date > tomorrow, "future"],
    [show.date && draft.clock === null, "clock"],
    [draft.where === null, "where"],
    [show.port && port !== "" && !/^[A-Z]{2}[A-Z2-9]{3}$/.test(port), "unlocode"],
    [bucketFor(reportLength(draft)) === null, "tooLong"],
  ];
  return found.filter(([wrong]) => wrong).map(([, fault]) => fault);
}

const MAILBOX_PLACE = "age1".padEnd(62, "q");
const MOMENT_PLACE = "2026-01-01T00:00:00Z";

/** Bytes of the report as it will be sealed; the words of the receipt do not change its length. */
export function reportLength(draft: Draft): number {
  const answers = answersOf(draft) ?? {};
  const report = {
    v: 1,
    sealed_at: MOMENT_PLACE,
    mailbox: MAILBOX_PLACE,
    answers,
    words: draft.words.trim(),
  };
  return new TextEncoder().encode(JSON.stringify(report)).length;
}

export interface Size {
  readonly used: number;
  readonly room: number;
  readonly bucket: number;
}

/** Null if it fits in no bucket. */
export function sizeOf(draft: Draft): Size | null {
  const used = reportLength(draft);
  const bucket = bucketFor(used);
  return bucket === null ? null : { used, bucket, room: roomIn(bucket) };
}
