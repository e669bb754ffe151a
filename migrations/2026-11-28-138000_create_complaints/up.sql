-- What is said against the holder of a certificate, and what follows from it.

CREATE TABLE complaints (
    id uuid NOT NULL,
    certificate_id uuid NOT NULL,
    status text NOT NULL,
    words text NOT NULL,
    name text,
    email text,
    key_hash bytea NOT NULL,
    answer text,
    decided_by uuid,
    decided_at timestamptz,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT complaints_pkey PRIMARY KEY (id),
    CONSTRAINT complaints_key_hash_key UNIQUE (key_hash),
    CONSTRAINT complaints_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates (id),
    CONSTRAINT complaints_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts (id)
);
CREATE INDEX complaints_certificate_id_idx ON complaints (certificate_id);
COMMENT ON TABLE complaints IS 'Complaints about holders of certificates.';
COMMENT ON COLUMN complaints.id IS 'UUID v7.';
COMMENT ON COLUMN complaints.certificate_id IS 'The certificate of whom it is about.';
COMMENT ON COLUMN complaints.status IS 'Where it stands; a word of the vocabulary complaint_status.';
COMMENT ON COLUMN complaints.words IS 'What happened.';
COMMENT ON COLUMN complaints.name IS 'Who complains, if they say so.';
COMMENT ON COLUMN complaints.email IS 'Where an answer goes, if they say so.';
COMMENT ON COLUMN complaints.key_hash IS 'SHA-256 of the word by which who complained follows it.';
COMMENT ON COLUMN complaints.answer IS 'What was decided and why, for who complained.';
COMMENT ON COLUMN complaints.decided_by IS 'Who took the last step.';
COMMENT ON COLUMN complaints.decided_at IS 'When it was upheld or dismissed.';
COMMENT ON COLUMN complaints.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN complaints.created_at IS 'When it came in.';

CREATE TABLE dependants_told (
    event_id uuid NOT NULL,
    told_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT dependants_told_pkey PRIMARY KEY (event_id),
    CONSTRAINT dependants_told_event_id_fkey FOREIGN KEY (event_id) REFERENCES certificate_events (id)
);
COMMENT ON TABLE dependants_told IS 'Steps with a certificate of which those were told who depend on it.';
COMMENT ON COLUMN dependants_told.event_id IS 'The step.';
COMMENT ON COLUMN dependants_told.told_at IS 'When the letters were written.';

-- A firm whose accreditation was taken away acts through no key of its.
ALTER TABLE api_keys ADD COLUMN blocked boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN api_keys.blocked IS 'Whether the organisation lost its accreditation by a sanction; follows its certificates.';

ALTER TABLE complaints ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE dependants_told ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON complaints TO bellbuoy_app;
GRANT SELECT, INSERT ON dependants_told TO bellbuoy_app;
