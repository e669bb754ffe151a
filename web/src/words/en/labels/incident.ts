export const IncidentKind = {
  locked_or_wiped: "Locked or wiped systems",
  position_or_time_wrong: "Position or time wrong",
  false_message: "False message",
  infected_device: "Infected device",
  system_down: "System down",
  intrusion: "Intrusion",
  remote_access_abuse: "Abuse of remote access",
  data_taken: "Data taken",
  cargo_fraud: "Cargo or release fraud",
  other: "Other",
};

export const SecurityIncident = {
  confirmed: "Confirmed",
  suspected: "Suspected",
  near_miss: "Near miss",
  false_positive: "False positive",
};

export const Cause = {
  malicious: "Malicious",
  accidental: "Accidental",
  failure: "Technical failure",
  unknown: "Unknown",
};

export const IncidentStatus = {
  submitted: "Submitted",
  in_triage: "In triage",
  accepted: "Accepted",
  refused: "Refused",
  duplicate: "Duplicate",
  withdrawn: "Withdrawn",
};

export const Decision = {
  take_up: "Take up",
  accept: "Accept",
  refuse: "Refuse",
  link_duplicate: "Link as duplicate",
  withdraw: "Withdraw",
  reopen: "Reopen",
};

export const Severity = {
  critical: "Critical",
  major: "Major",
  moderate: "Moderate",
  minor: "Minor",
  low: "Low",
  unknown: "Unknown",
};

export const SeverityAxis = {
  none: "None",
  minor: "Minor",
  moderate: "Moderate",
  major: "Major",
  critical: "Critical",
  unknown: "Unknown",
};

export const VerificationLevel = {
  anonymous_unverified: "Unverified",
  anonymous_corroborated: "Corroborated",
  confidential: "Confidential",
  identified: "Identified",
  evidence_confirmed: "Confirmed by evidence",
  officially_confirmed: "Officially confirmed",
};

export const Track = {
  named: "By name",
  anonymous: "Anonymous",
  public_source: "From a public source",
};

export const Series = {
  reported: "Reported to us",
  public_source: "From public sources",
};

export const OccurredPrecision = {
  day: "Day",
  week: "Week",
  month: "Month",
  quarter: "Quarter",
  year: "Year",
};

export const WhatHappened = {
  screen_locked: "A screen is locked or files cannot be opened",
  position_wrong: "Position, time or another ship is shown wrong",
  false_message: "A false e-mail, call or message",
  infected_device: "An infected computer, phone or USB stick",
  system_down: "A system stopped working",
  intruder: "Someone was in a system who should not be",
  nearly: "It nearly happened",
  other: "Something else",
};
