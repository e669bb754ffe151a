export const VictimType = {
  vessel: "Vessel",
  port: "Port",
  terminal: "Terminal",
  carrier: "Carrier",
  shore_office: "Shore office",
  offshore_unit: "Offshore unit",
  shipyard: "Shipyard",
  supplier: "Supplier",
  broker_or_agent: "Broker or agent",
  authority: "Authority",
  cruise: "Cruise operator",
  wider_community: "Wider community",
  other: "Other",
};

export const ReporterRole = {
  master: "Master",
  officer: "Officer",
  eto: "Electro-technical officer",
  crew: "Crew",
  company_security_officer: "Company security officer",
  dpa: "Designated person ashore",
  cio: "Head of IT",
  risk_manager: "Risk manager",
  insurance: "Insurance",
  director: "Director",
  port_staff: "Port staff",
  supplier: "Supplier",
  other: "Other",
};

export const SecurityAttribute = {
  confidentiality: "Confidentiality",
  integrity: "Integrity",
  availability: "Availability",
};

export const Service = {
  booking: "Booking",
  website: "Website",
  email: "E-mail",
  customs_data: "Customs data",
  terminal_operations: "Terminal operations",
  gate: "Gate",
  cargo_documents: "Cargo documents",
  crew_management: "Crew management",
  navigation: "Navigation",
  propulsion: "Propulsion",
  communications: "Communications",
  planned_maintenance: "Planned maintenance",
  payments: "Payments",
  telephone: "Telephone",
  other: "Other",
};

export const ServiceState = {
  down: "Down",
  degraded: "Degraded",
  restored: "Restored",
};

export const Containment = {
  isolated_network: "Isolated a network",
  disconnected_system: "Disconnected a system",
  switched_to_manual: "Switched to manual",
  changed_passwords: "Changed passwords",
  restored_backup: "Restored a backup",
  reinstalled: "Reinstalled",
  called_vendor: "Called the vendor",
  none: "Nothing yet",
  other: "Other",
};

export const BackupState = {
  none: "None",
  untested: "Present, untested",
  tested: "Present and tested",
  other_site: "At another site",
  unknown: "Unknown",
};

export const CrimeLink = {
  theft: "Theft",
  smuggling: "Smuggling",
  fraud: "Fraud",
  extortion: "Extortion",
  piracy: "Piracy",
  stowaways: "Stowaways",
  none: "None",
  unknown: "Unknown",
};
