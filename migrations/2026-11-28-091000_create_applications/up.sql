-- The way in: an organisation applies with its company security officer; an administrator asks, approves or refuses.
-- The applicant reads where it stands by a key that only the applicant has.

CREATE TABLE applications (
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    country char(2),
    website text,
    about text NOT NULL,
    officer_name text NOT NULL,
    officer_email text NOT NULL,
    status text NOT NULL,
    question text,
    answer text,
    reason text,
    key_hash bytea NOT NULL,
    organisation_id uuid,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    decided_at timestamptz,
    CONSTRAINT applications_pkey PRIMARY KEY (id),
    CONSTRAINT applications_key_hash_key UNIQUE (key_hash),
    CONSTRAINT applications_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id)
);
CREATE INDEX applications_status_idx ON applications (status, id);
COMMENT ON TABLE applications IS 'Organisations that want to become members.';
COMMENT ON COLUMN applications.id IS 'UUID v7.';
COMMENT ON COLUMN applications.name IS 'Name of the organisation.';
COMMENT ON COLUMN applications.kind IS 'What it is; a word of the vocabulary organisation_kind.';
COMMENT ON COLUMN applications.country IS 'ISO 3166-1 alpha-2 code of the seat.';
COMMENT ON COLUMN applications.website IS 'Address of its site.';
COMMENT ON COLUMN applications.about IS 'Why it wants to join, and what an administrator can check.';
COMMENT ON COLUMN applications.officer_name IS 'Name of the company security officer.';
COMMENT ON COLUMN applications.officer_email IS 'Address of the company security officer, lower case; the invitation goes there.';
COMMENT ON COLUMN applications.status IS 'Where it stands; a word of the vocabulary application_status.';
COMMENT ON COLUMN applications.question IS 'The last question of an administrator.';
COMMENT ON COLUMN applications.answer IS 'The last answer of the applicant.';
COMMENT ON COLUMN applications.reason IS 'Why it was refused.';
COMMENT ON COLUMN applications.key_hash IS 'SHA-256 of the applicant''s key.';
COMMENT ON COLUMN applications.organisation_id IS 'What it became, once approved.';
COMMENT ON COLUMN applications.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN applications.created_at IS 'When it came in.';
COMMENT ON COLUMN applications.decided_at IS 'When it was approved or refused.';

ALTER TABLE applications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON applications TO bellbuoy_app;
