/** Every address of the site, in one place. Links are made here and nowhere else. */
export const paths = {
  front: () => "/" as const,
  figures: () => "/figures" as const,
  about: () => "/about" as const,
  aboutFigures: () => "/about/figures" as const,
  advisories: () => "/advisories" as const,
  newAdvisory: () => "/advisories/new" as const,
  advisory: (id: string): string => `/advisories/${id}`,
  editAdvisory: (id: string): string => `/advisories/${id}/edit`,
  signIn: () => "/sign-in" as const,
  incidents: () => "/incidents" as const,
  newIncident: () => "/incidents/new" as const,
  incident: (id: string): string => `/incidents/${id}`,
  statistics: () => "/statistics" as const,
  desk: () => "/desk" as const,
  audit: () => "/audit" as const,
  words: () => "/words" as const,
};

/** Pages and files that are not part of the dashboard: plain links, a full load. */
export const otherEntries = {
  report: () => "/report",
  mailbox: () => "/report#mailbox",
  helpNow: () => "/report#now",
  verify: () => "/verify",
  apiDocs: () => "/api/docs",
  atom: () => "/api/v1/advisories.atom",
};
