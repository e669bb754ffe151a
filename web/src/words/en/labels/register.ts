export * from "./people";

export const AdvisoryStatus = {
  draft: "Draft",
  released: "Released",
  withdrawn: "Withdrawn",
};

export const RecordFault = {
  missing: "An entry is missing",
  misplaced: "An entry stands where none can stand",
  edited: "An entry is not what was sealed",
  unsealed: "An entry has lost its seal",
  unreadable: "An entry cannot be read",
  rewritten: "The record is another than the one vouched for",
  cut_off: "The end of the record was cut off",
  checkpoint_forged: "The signature of a checkpoint does not fit",
  checkpoint_key_unknown: "A checkpoint was signed by a key that is not known",
};

export const JobKind = {
  publish_release: "Publishing a release",
};

export const JobState = {
  running: "Running",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
};

export const Tlp = {
  clear: "TLP:CLEAR",
  green: "TLP:GREEN",
  amber: "TLP:AMBER",
  "amber+strict": "TLP:AMBER+STRICT",
  red: "TLP:RED",
};

export const Dimension = {
  kind: "Kind of incident",
  victim_type: "Who was hit",
  sea_region: "Sea region",
  system: "System hit",
  severity: "Severity",
  verification: "Verification",
};

export const Period = {
  month: "Month",
  quarter: "Quarter",
  year: "Year",
};

export const Hidden = {
  no: "Shown",
  small: "Too few parties",
  complement: "Would reveal a hidden figure",
};
