/** A draft as the API tells it, for tests. */
import type { CertificationApplication } from "~/api/certification";

export const application: CertificationApplication = {
  id: "application-1",
  applicant: { kind: "person", name: "Marit Vossnes", id: "person-1" },
  own: true,
  scheme: "maritime",
  scheme_version: 1,
  discipline: { code: "maritime_specialist", label: "Maritime cyber security specialist" },
  level: { code: "associate", label: "Associate" },
  stage: "draft",
  statement: "Nine years on the bridges of tankers.",
  interests: [],
  no_interests: true,
  conduct_version: "1",
  curriculum: [],
  requirements: [
    {
      code: "identity",
      label: "A passport",
      kind: "evidence",
      evidence: "identity",
      count: 1,
      declared: false,
      files: [
        {
          id: "paper-1",
          kind: "identity",
          title: "Passport",
          issuer: "Demoland",
          issued_on: "2024-01-01",
          sha256: "ba78",
          created_at: "2026-11-01T10:00:00Z",
        },
      ],
    },
    { code: "conduct", label: "The code", kind: "declaration", count: 1, declared: true, files: [] },
    { code: "insurance", label: "Insurance", kind: "evidence", count: 1, declared: false, files: [] },
    { code: "referees", label: "Two referees", kind: "referees", count: 2, declared: false, files: [] },
    { code: "exam_theory", label: "Exam", kind: "exam", count: 1, declared: false, files: [] },
  ],
  missing: [
    { requirement: "insurance", label: "Insurance", kind: "evidence", asked: 1, given: 0 },
    { requirement: "referees", label: "Two referees", kind: "referees", asked: 2, given: 1 },
  ],
  open: [],
  referees: [
    { id: "referee-1", name: "A. Master", email: "master@line.example", relation: "Master of the tanker" },
  ],
  questions: [],
  events: [],
  steps: ["submit", "withdraw"],
  created_at: "2026-11-01T10:00:00Z",
  changed_at: "2026-11-02T10:00:00Z",
  etag: '"1"',
};
