export const Role = {
  member: "Member",
  analyst: "Analyst",
  duty_officer: "Duty officer",
  scheme_administrator: "Scheme administrator",
  qa_reviewer: "QA reviewer",
  library_editor: "Library editor",
  admin: "Administrator",
};

export const ApplicationStatus = {
  applied: "Applied",
  asked: "Question asked",
  approved: "Approved",
  refused: "Refused",
};

export const ApplicationDecision = {
  ask: "Ask a question",
  answer: "Answer",
  approve: "Approve",
  refuse: "Refuse",
};

export const OrganisationRole = {
  owner: "Owner",
  cso: "Company security officer",
  member: "Member",
  auditor: "Auditor, reads only",
  duty_officer: "Duty officer, no exports",
};

export const MembershipState = {
  invited: "Invited",
  accepted: "Accepted, waits for confirmation",
  confirmed: "Confirmed",
  suspended: "Suspended",
  left: "Left",
};

export const MembershipStep = {
  accept: "Accept",
  confirm: "Confirm",
  suspend: "Suspend",
  reinstate: "Reinstate",
  leave: "Leave",
  remove: "Remove",
};

export const OrganisationKind = {
  shipping_company: "Shipowner or manager",
  port: "Port",
  terminal: "Terminal",
  insurer: "Insurer or P&I club",
  class_society: "Classification society",
  flag_state: "Flag administration",
  assessor_firm: "Assessor firm",
  authority: "Authority",
  cert: "CERT or CSIRT",
  supplier: "Supplier",
  association: "Industry body",
  other: "Other",
};

export const OrganisationStatus = {
  member: "Member",
  suspended: "Suspended",
  left: "Left",
};

export const OrganisationStep = {
  suspend: "Suspend",
  reinstate: "Reinstate",
  leave: "Leave",
};

export const Visibility = {
  listed: "Listed by name",
  undisclosed: "Counted without a name",
  hidden: "Not shown",
};

export const Partnership = {
  technology: "Technology",
  research: "Research",
  training: "Training",
  insurance: "Insurance",
  legal: "Legal",
  response: "Incident response",
};

export const KeyScope = {
  "incidents:read": "Read incidents",
  "incidents:write": "Report incidents and take them back",
  "advisories:read": "Read advisories for members",
  "statistics:read": "Read live figures",
  "organisations:read": "Read the directory",
};
