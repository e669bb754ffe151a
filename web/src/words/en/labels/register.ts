export * from "./people";

export const AdvisoryStatus = {
  draft: "Draft",
  released: "Released",
  withdrawn: "Withdrawn",
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
