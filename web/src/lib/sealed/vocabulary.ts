/** The closed vocabularies inside the seal. The server never sees them used; the contract lists the same words. */

export const WHAT_HAPPENED = [
  "screen_locked",
  "position_wrong",
  "false_message",
  "infected_device",
  "system_down",
  "intruder",
  "nearly",
  "other",
] as const;
export const WHEN_CHOICE = [
  "now",
  "today",
  "this_week",
  "last_week",
  "this_month",
  "earlier",
  "date",
] as const;
export const SHIP_CLOCK = ["ship", "utc"] as const;
export const WHEREABOUTS = ["at_sea", "in_port", "ashore"] as const;
export const SECURITY_INCIDENT = ["confirmed", "suspected", "near_miss", "false_positive"] as const;
export const CAUSE = ["malicious", "accidental", "failure", "unknown"] as const;
export const VICTIM_TYPE = [
  "vessel",
  "port",
  "terminal",
  "carrier",
  "shore_office",
  "offshore_unit",
  "shipyard",
  "supplier",
  "broker_or_agent",
  "authority",
  "cruise",
  "wider_community",
  "other",
] as const;
export const VESSEL_TYPE = [
  "bulk_carrier",
  "container",
  "general_cargo",
  "oil_tanker_crude",
  "oil_tanker_product",
  "chemical_tanker",
  "lng_carrier",
  "lpg_carrier",
  "ro_ro_cargo",
  "vehicle_carrier",
  "ro_pax",
  "passenger_ferry",
  "cruise",
  "refrigerated",
  "heavy_lift",
  "livestock",
  "offshore_supply",
  "offshore_unit",
  "drilling_unit",
  "tug",
  "dredger",
  "research",
  "fishing",
  "high_speed_craft",
  "yacht",
  "icebreaker",
  "naval_government",
  "inland",
  "mass_uncrewed",
  "other",
] as const;
export const SIZE_BAND = [
  "gt_0_499",
  "gt_500_2999",
  "gt_3000_9999",
  "gt_10000_49999",
  "gt_50000_99999",
  "gt_100000_up",
] as const;
export const SEA_REGION = [
  "north_sea",
  "baltic",
  "north_atlantic",
  "mediterranean",
  "black_sea",
  "persian_gulf",
  "gulf_of_aden",
  "west_africa",
  "indian_ocean",
  "malacca_and_singapore",
  "south_china_sea",
  "east_asia",
  "australia_pacific",
  "us_east_coast",
  "us_west_coast",
  "gulf_of_mexico_caribbean",
  "south_america_atlantic",
  "south_america_pacific",
  "southern_africa",
  "arctic",
  "other",
] as const;
export const REPORTER_ROLE = [
  "master",
  "officer",
  "eto",
  "crew",
  "company_security_officer",
  "dpa",
  "cio",
  "risk_manager",
  "insurance",
  "director",
  "port_staff",
  "supplier",
  "other",
] as const;
export const SERVICE = [
  "booking",
  "website",
  "email",
  "customs_data",
  "terminal_operations",
  "gate",
  "cargo_documents",
  "crew_management",
  "navigation",
  "propulsion",
  "communications",
  "planned_maintenance",
  "payments",
  "telephone",
  "other",
] as const;
export const SERVICE_STATE = ["down", "degraded", "restored"] as const;
export const SECURITY_ATTRIBUTE = ["confidentiality", "integrity", "availability"] as const;
export const CONTAINMENT = [
  "isolated_network",
  "disconnected_system",
  "switched_to_manual",
  "changed_passwords",
  "restored_backup",
  "reinstalled",
  "called_vendor",
  "none",
  "other",
] as const;
export const BACKUP_STATE = ["none", "untested", "tested", "other_site", "unknown"] as const;
export const CRIME_LINK = [
  "theft",
  "smuggling",
  "fraud",
  "extortion",
  "piracy",
  "stowaways",
  "none",
  "unknown",
] as const;

/** The systems by group, in the order a ship is walked through. */
export const SYSTEMS = {
  bridge: ["ecdis", "gnss", "ais", "radar", "vdr", "gyro", "autopilot", "bnwas"],
  cargo_handling: [
    "loading_computer",
    "cargo_control",
    "tank_gauging",
    "oil_discharge_monitoring",
    "reefer_monitoring",
    "inert_gas",
    "boil_off_gas",
  ],
  propulsion_and_machinery: [
    "engine_control",
    "power_management",
    "alarm_monitoring",
    "boiler",
    "thruster",
    "steering_gear",
    "ballast_and_bilge",
    "fire_detection",
    "gas_detection",
    "flood_detection",
    "emergency_shutdown",
  ],
  access_control: ["cctv", "ship_security_alert", "personnel_on_board"],
  passenger_servicing: ["hotel_management", "passenger_records", "boarding"],
  passenger_public_networks: ["passenger_wifi", "guest_entertainment"],
  administrative_and_crew: [
    "planned_maintenance",
    "ship_email",
    "ship_erp",
    "office_network",
    "crew_network",
    "crew_device",
    "electronic_logbook",
    "remote_access",
  ],
  communication: ["vsat", "fleet_broadband", "inmarsat_c", "gmdss_radio", "vhf", "telephone", "ship_wifi"],
  shore: [
    "terminal_operating",
    "crane_control",
    "gate_access",
    "port_community",
    "booking",
    "shore_email",
    "website",
    "file_server",
    "vessel_traffic_service",
    "head_office_network",
  ],
} as const;

export const MESSAGE_KIND = ["question", "answer", "facts", "status"] as const;
export const MESSAGE_SENDER = ["desk", "reporter"] as const;
export const MAILBOX_STATUS = ["received", "read", "accepted", "refused", "duplicate", "published"] as const;
export const DESK_STAGE = ["opened", "waiting", "accepted", "refused", "duplicate"] as const;

export type WhatHappened = (typeof WHAT_HAPPENED)[number];
export type WhenChoice = (typeof WHEN_CHOICE)[number];
export type ShipClock = (typeof SHIP_CLOCK)[number];
export type Whereabouts = (typeof WHEREABOUTS)[number];
export type SecurityIncident = (typeof SECURITY_INCIDENT)[number];
export type Cause = (typeof CAUSE)[number];
export type VictimType = (typeof VICTIM_TYPE)[number];
export type VesselType = (typeof VESSEL_TYPE)[number];
export type SizeBand = (typeof SIZE_BAND)[number];
export type SeaRegion = (typeof SEA_REGION)[number];
export type ReporterRole = (typeof REPORTER_ROLE)[number];
export type Service = (typeof SERVICE)[number];
export type ServiceState = (typeof SERVICE_STATE)[number];
export type SecurityAttribute = (typeof SECURITY_ATTRIBUTE)[number];
export type Containment = (typeof CONTAINMENT)[number];
export type BackupState = (typeof BACKUP_STATE)[number];
export type CrimeLink = (typeof CRIME_LINK)[number];
export type SystemGroup = keyof typeof SYSTEMS;
export type System = (typeof SYSTEMS)[SystemGroup][number];
export type MessageKind = (typeof MESSAGE_KIND)[number];
export type MessageSender = (typeof MESSAGE_SENDER)[number];
export type MailboxStatus = (typeof MAILBOX_STATUS)[number];
export type DeskStage = (typeof DESK_STAGE)[number];

export const SYSTEM: readonly System[] = Object.values(SYSTEMS).flat();
