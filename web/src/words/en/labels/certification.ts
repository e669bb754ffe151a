export const CertificateStatus = {
  active: "Valid",
  suspended: "Suspended",
  lapsed: "Lapsed",
  revoked: "Revoked",
  withdrawn: "Given back",
};

export const CertificateStep = {
  suspend: "Suspend",
  reinstate: "Reinstate",
  revoke: "Revoke",
  lapse: "Let lapse",
  renew: "Renew",
  withdraw: "Give back",
};

export const CheckAnswer = {
  valid: "Valid",
  suspended: "Suspended",
  lapsed: "Lapsed",
  revoked: "Revoked",
  withdrawn: "Given back",
  not_issued: "Not issued by us",
  tampered: "Changed, or not signed by us",
};

export const SanctionReason = {
  under_investigation: "Under investigation",
  complaint_upheld: "A complaint was upheld",
  misconduct: "Misconduct",
  false_evidence: "False evidence",
  requirements_not_met: "Requirements are no longer met",
  insurance_lapsed: "Insurance lapsed",
  administrative_error: "Granted in error",
  holder_request: "At the holder's request",
};

export const HolderKind = {
  person: "Person",
  supplier: "Firm",
};

export const ContactKind = {
  email: "E-mail",
  phone: "Telephone",
  website: "Website",
};

export const WorkMode = {
  on_site: "On site",
  remote: "Remote",
};

export const WorkDomain = {
  navigation: "Navigation",
  propulsion: "Propulsion",
  electrical_systems: "Electrical systems",
  communication: "Communication",
  safety_systems: "Safety systems",
  cargo_handling: "Cargo handling",
  environmental_systems: "Environmental systems",
  maintenance_systems: "Maintenance systems",
  human_factors: "Human factors",
  regulatory_compliance: "Rules and compliance",
  it_networks: "IT networks",
  cloud: "Cloud",
  port_ot: "Port technology",
  incident_response: "Incident response",
  forensics: "Forensics",
  training: "Training",
};

export const RequirementKind = {
  evidence: "Evidence",
  referees: "Referees",
  exam: "Exam",
  training: "Training",
  declaration: "Declaration",
};

export const EvidenceKind = {
  certificate: "Certificate",
  diploma: "Diploma",
  employment: "Proof of employment",
  reference: "Reference",
  project_record: "Project record",
  insurance: "Insurance",
  audit_report: "Audit report",
  identity: "Proof of identity",
  other: "Other",
};

export const ValidityReason = {
  no_days: "No days",
  not_certified: "Not certified",
  not_yet: "Not yet certified",
  level_too_low: "Level too low",
  lapsed: "Lapsed",
  suspended: "Suspended",
  revoked_from_start: "Revoked from the start",
  revoked: "Revoked",
  withdrawn: "Given back",
  supplier_not_accredited: "Supplier not accredited",
  not_employed: "Not employed by the supplier",
  back_dated_employment: "Employment recorded afterwards",
  back_dated_certificate: "Certificate recorded afterwards",
};

export const CpdKind = {
  training: "Training",
  conference: "Conference",
  teaching: "Teaching",
  publication: "Publication",
  exercise: "Exercise",
  other: "Other",
};

export const SittingKind = {
  exam: "Exam",
  training: "Training",
  workshop: "Workshop",
};

export const SeatState = {
  booked: "Booked",
  waiting: "On the waiting list",
  cancelled: "Given up",
  attended: "Attended",
  absent: "Absent",
};

export const SittingResult = {
  passed: "Passed",
  failed: "Failed",
};

export const CurriculumKind = {
  employment: "Employment",
  project: "Project",
  education: "Education",
  qualification: "Qualification",
};

export const CertificationStage = {
  draft: "Draft",
  submitted: "Submitted",
  in_review: "In review",
  asked: "Question asked",
  granted: "Granted",
  refused: "Refused",
  appealed: "Under appeal",
  refusal_upheld: "Refusal upheld",
  withdrawn: "Withdrawn",
};

export const CertificationStep = {
  submit: "Submit",
  assign: "Assign a reviewer",
  reassign: "Assign another reviewer",
  ask: "Ask",
  answer: "Answer",
  grant: "Grant",
  refuse: "Refuse",
  appeal: "Appeal",
  uphold_refusal: "Uphold the refusal",
  reopen: "Reopen the review",
  withdraw: "Withdraw",
};

export const CertificationActor = {
  applicant: "Applicant",
  reviewer: "Reviewer",
  scheme_administrator: "Scheme administrator",
  second_administrator: "Scheme administrator who did not decide",
};

export const CriterionVerdict = {
  met: "Met",
  not_met: "Not met",
  waived: "Waived",
};

export const ComplaintStatus = {
  received: "Received",
  investigating: "Investigating",
  upheld: "Upheld",
  dismissed: "Dismissed",
};

export const ComplaintStep = {
  investigate: "Investigate",
  uphold: "Uphold",
  dismiss: "Dismiss",
};

export const ReviewStatus = {
  pending: "Waits for moderation",
  published: "Published",
  refused: "Refused",
  withdrawn: "Withdrawn",
  taken_down: "Taken down",
};

export const RatingCriterion = {
  competence: "Competence",
  conduct: "Conduct on board or on site",
  report: "Quality of the report",
  timeliness: "Timeliness",
};

export const RatingStep = {
  mend: "Mend",
  withdraw: "Withdraw",
  publish: "Publish",
  refuse: "Refuse",
  take_down: "Take down",
  answer: "Answer",
  publish_answer: "Publish the answer",
  refuse_answer: "Refuse the answer",
};

export const VesselTie = {
  owner: "Owner",
  manager: "Manager",
  ot_vendor: "Maker or supplier of on-board technology",
};

export const IndependenceFinding = {
  same_group: "No company in common",
  consecutive_person: "Not too often in a row by the same person",
  consecutive_supplier: "Not too often in a row by the same firm",
  declared_interest: "No declared interest in the way",
};

export const IndependenceSource = {
  caller: "You",
  register: "The register",
};
